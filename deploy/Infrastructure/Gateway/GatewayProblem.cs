using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vts.Infrastructure.Gateway;

/// <summary>A problem (RFC 9457) that the gateway answers by itself, in the service's words.</summary>
/// <param name="Code">Stable name for programs.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What it is.</param>
/// <param name="Detail">What to do about it.</param>
internal sealed record GatewayProblem(string Code, int Status, string Title, string Detail)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Headers beside those that every problem has, as a mapping: a name, and text in single quotes.</summary>
    public IReadOnlyDictionary<string, string> OwnHeaders { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All headers, as a mapping: a name, and text in single quotes or where the value is found.</summary>
    public Dictionary<string, string> Headers => new(OwnHeaders, StringComparer.Ordinal)
    {
        ["Content-Type"] = "'application/problem+json'",
        ["Cache-Control"] = "'no-store'",
        ["X-Content-Type-Options"] = "'nosniff'",
        ["x-request-id"] = "context.requestId",
    };

    /// <summary>The body, as a template of the gateway.</summary>
    public string Template => new JsonObject
    {
        ["type"] = $"urn:vts:problem:{Code}",
        ["title"] = Title,
        ["status"] = Status,
        ["detail"] = Detail,
        ["code"] = Code,
        ["requestId"] = "$context.requestId",
    }.ToJsonString(Readable);
}
