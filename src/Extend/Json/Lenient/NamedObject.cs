using System.Text.Json.Serialization;

namespace Extend.Json.Lenient;

/// <summary>An object of which only the name is read.</summary>
internal sealed record NamedObject
{
    [JsonConverter(typeof(LenientText))]
    public string? Name { get; init; }
}
