using System.Text.Json.Nodes;

namespace Vts.Infrastructure.Tests.Synthesis;

/// <summary>One resource of a template.</summary>
internal sealed record Resource(string Id, JsonObject Json)
{
    public string Type => (string)Json[nameof(Type)]!;

    public JsonObject Properties => Json[nameof(Properties)]!.AsObject();

    public JsonNode this[string property] => Properties[property]!;

    /// <summary>A property as text, with <c>${…}</c> for what is known only when it is deployed.</summary>
    public string Text(string property) => Intrinsic.Text(Properties[property]);
}
