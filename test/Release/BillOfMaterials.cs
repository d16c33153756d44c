using System.Text.Json.Nodes;

namespace Vts.Release.Tests;

/// <summary>A CycloneDX document, as far as tests read it.</summary>
internal sealed class BillOfMaterials(string archive)
{
    public JsonNode Document { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(Packed.Folder, archive + ".cdx.json")))!;

    /// <summary>The packages it lists, as name and version.</summary>
    public string[] Packages => [.. Components.Select(component => $"{component["name"]} {component["version"]}").Order(StringComparer.OrdinalIgnoreCase)];

    public IEnumerable<JsonNode> Components => Document["components"]!.AsArray().Select(component => component!);
}
