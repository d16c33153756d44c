using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vts.Infrastructure.Tests.Synthesis;

/// <summary>A CloudFormation template.</summary>
internal sealed partial class Template(JsonObject root)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public JsonObject Outputs => root[nameof(Outputs)]!.AsObject();

    public IEnumerable<Resource> Resources => root[nameof(Resources)]!.AsObject().Select(entry => new Resource(entry.Key, entry.Value!.AsObject()));

    /// <summary>The whole, as it is committed: without what changes with the functions' code or at each change of the API.</summary>
    public string Text => Normalise(root.ToJsonString(Readable)) + "\n";

    /// <summary>The whole, as it is.</summary>
    public string Raw => root.ToJsonString(Readable);

    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    public Resource Find(string id) => Resources.Single(resource => resource.Id == id);

    private static string Normalise(string text) =>
        Asset().Replace(Version().Replace(Deployment().Replace(text, "${name}Hash"), "${name}Hash"), new string('0', 64) + ".zip");

    [GeneratedRegex(@"(?<name>\b[A-Za-z]+CurrentVersion[0-9A-F]{8})[0-9a-f]{32}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<name>\bGatewayApiDeployment[0-9A-F]{8})[0-9a-f]{32}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Deployment();

    [GeneratedRegex(@"\b[0-9a-f]{64}\.zip", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();
}
