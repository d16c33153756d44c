using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Templates;

/// <summary>The synthesized CloudFormation template, read for what the local gateway stands in for.</summary>
internal sealed class StackTemplate
{
    private readonly JsonObject _resources;

    private StackTemplate(JsonObject resources, Intrinsics intrinsics) => (_resources, Intrinsics) = (resources, intrinsics);

    public Intrinsics Intrinsics { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="LocalGatewayException">There is none, or it is no template.</exception>
    public static StackTemplate Read(string path, string table)
    {
        if (!File.Exists(path))
        {
            throw new LocalGatewayException($"There is no template at {path}. Name one with --template, or get deploy/template.json back from version control");
        }

        try
        {
            var resources = JsonNode.Parse(File.ReadAllText(path))?["Resources"]?.AsObject()
                ?? throw new LocalGatewayException($"{path} is no CloudFormation template: it has no Resources");
            return new StackTemplate(resources, new Intrinsics(resources, table));
        }
        catch (JsonException fault)
        {
            throw new LocalGatewayException($"{path} is not JSON: {fault.Message}", fault);
        }
    }

    /// <summary>All resources of a type, by logical id, with their properties.</summary>
    public IEnumerable<(string Id, JsonObject Properties)> OfType(string type) => _resources
        .Where(resource => resource.Value?["Type"]?.ToString() == type)
        .Select(resource => (resource.Key, resource.Value!["Properties"]?.AsObject() ?? []));

    /// <summary>The properties of one resource; null if there is none of that id and type.</summary>
    public JsonObject? Find(string id, string type) =>
        _resources[id] is JsonObject resource && resource["Type"]?.ToString() == type ? resource["Properties"]?.AsObject() ?? [] : null;
}
