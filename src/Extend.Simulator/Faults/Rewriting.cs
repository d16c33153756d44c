using System.Text.Json;

namespace Extend.Simulator.Faults;

/// <summary>What becomes of the JSON of an answer.</summary>
internal sealed record Rewriting
{
    /// <summary>Writes a member in its own way, or not at all, and says so; else the member is copied.</summary>
    public Func<Utf8JsonWriter, JsonProperty, bool> Replace { get; init; } = (_, _) => false;

    /// <summary>Writes members at the end of every object.</summary>
    public Action<Utf8JsonWriter>? AtEnd { get; init; }

    /// <summary>The items of a list as they are sent.</summary>
    public Func<IEnumerable<JsonElement>, IEnumerable<JsonElement>> Items { get; init; } = items => items;
}
