using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>The test's template with a change.</summary>
internal sealed class TemplateVariant : IDisposable
{
    public TemplateVariant(Action<JsonObject> change)
    {
        var template = JsonNode.Parse(File.ReadAllText(Gateway.Template))!;
        change(template["Resources"]!.AsObject());
        File.WriteAllText(Path, template.ToJsonString());
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
