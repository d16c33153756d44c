using System.Text.Json.Serialization;

namespace Vts.Bench.Replay.Asking;

/// <summary>What came back.</summary>
/// <param name="Status">The HTTP status, or <see cref="NoAnswer"/>.</param>
/// <param name="Headers">Names and values; a name may come more than once.</param>
/// <param name="Body">The body as text; where there is no answer, why.</param>
internal sealed record Answer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    /// <summary>The status where nothing came.</summary>
    public const int NoAnswer = 0;

    /// <summary>The largest body that is read.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    public static Answer None(string why) => new(NoAnswer, [], why);

    /// <summary>The values of a header, in order, as one; null where it has none.</summary>
    public string? Header(string name) =>
        Headers.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList() is { Count: > 0 } values
            ? string.Join(", ", values)
            : null;

    /// <summary>What kind of body it is.</summary>
    [JsonIgnore]
    public BodyKind Kind => Header("Content-Type")?.Split(';')[0].Trim() switch
    {
        "application/json" or "application/problem+json" => BodyKind.Json,
        "application/x-ndjson" => BodyKind.Lines,
        "text/csv" => BodyKind.Csv,
        _ => BodyKind.Other,
    };
}
