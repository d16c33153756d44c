using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>The deployed template with a change to one resource, named by its type and the beginning of its logical id.</summary>
internal sealed class TemplateVariant : IDisposable
{
    public TemplateVariant(string type, string id, Action<JsonNode> change)
    {
        var template = JsonNode.Parse(File.ReadAllText(Gateway.Template))!;
        var resource = Assert.Single(template["Resources"]!.AsObject(), resource =>
            (string?)resource.Value!["Type"] == type && resource.Key.StartsWith(id, StringComparison.Ordinal));
        change(resource.Value!["Properties"]!);
        File.WriteAllText(Path, template.ToJsonString());
    }

    /// <summary>Another name for the function ListCards, and one more variable, put together by the template.</summary>
    public static TemplateVariant OfListCards() => new("AWS::Lambda::Function", "ListCards", properties =>
    {
        properties["FunctionName"] = "vts-test-ListCards";
        properties["Environment"]!["Variables"]!["REGION_OF_STACK"] = JsonNode.Parse("""{"Fn::Join":["-",["in",{"Ref":"AWS::Region"}]]}""");
    });

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
