using System.Globalization;
using System.Text.Json.Nodes;
using Vts.LocalGateway.Functions;

namespace Vts.LocalGateway.Templates;

/// <summary>Reads the functions that have an alias from the template.</summary>
internal static class FunctionReader
{
    /// <summary>The functions by their alias's logical id.</summary>
    /// <param name="template">The template.</param>
    /// <param name="folder">Where the published functions are, a folder each.</param>
    /// <param name="local">What each function's environment holds on top of the template's own.</param>
    public static Dictionary<string, FunctionDefinition> Read(StackTemplate template, string folder, IReadOnlyDictionary<string, string> local) =>
        template.OfType("AWS::Lambda::Alias").ToDictionary(
            alias => alias.Id,
            alias =>
            {
                var id = Intrinsics.References(alias.Properties["FunctionName"]).First();
                var function = template.Find(id, "AWS::Lambda::Function")
                    ?? throw new LocalGatewayException($"The template's alias {alias.Id} is of no function that it holds");
                return Function(template, alias.Properties, function, folder, local);
            },
            StringComparer.Ordinal);

    private static FunctionDefinition Function(
        StackTemplate template, JsonObject alias, JsonObject function, string folder, IReadOnlyDictionary<string, string> local)
    {
        var fullName = template.Intrinsics.Text(function["FunctionName"]);
        var name = fullName.Split('-')[^1];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in function["Environment"]?["Variables"]?.AsObject() ?? [])
        {
            environment[key] = template.Intrinsics.Text(value);
        }

        foreach (var (key, value) in local)
        {
            environment[key] = value;
        }

        return new FunctionDefinition
        {
            Name = name,
            FullName = fullName,
            Alias = template.Intrinsics.Text(alias["Name"]),
            Folder = Path.Combine(folder, name),
            Handler = function["Handler"]?.ToString() ?? "bootstrap",
            MemoryMegabytes = Number(function["MemorySize"]) ?? 128,
            Timeout = TimeSpan.FromSeconds(Number(function["Timeout"]) ?? 3),
            Environment = environment,
        };
    }

    private static int? Number(JsonNode? value) => value is null ? null : int.Parse(value.ToString(), CultureInfo.InvariantCulture);
}
