using System.Text.Json;
using Vts.Bench.Replay.Redaction;

namespace Vts.Bench.Replay.Differences;

/// <summary>Where two JSON texts differ, by path. The order of members counts, the space between them does not.</summary>
internal sealed class JsonDifferences(Declaration declaration)
{
    /// <summary>The differences; of texts that are no JSON, the texts.</summary>
    /// <param name="was">The first.</param>
    /// <param name="now">The second.</param>
    /// <param name="where">What paths begin with.</param>
    public IEnumerable<Difference> Of(string was, string now, string where)
    {
        if (string.Equals(was, now, StringComparison.Ordinal))
        {
            return [];
        }

        try
        {
            using var first = JsonDocument.Parse(was);
            using var second = JsonDocument.Parse(now);
            return [.. Of(first.RootElement, second.RootElement, where, null)];
        }
        catch (JsonException)
        {
            return [new Difference($"{where} (not JSON on both sides)", $"{was.Length} characters", $"{now.Length} characters")];
        }
    }

    private IEnumerable<Difference> Of(JsonElement was, JsonElement now, string where, string? member) => (was.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(was, now, where, member),
        (JsonValueKind.Array, JsonValueKind.Array) => Items(was, now, where, member),
        _ when Text(was) == Text(now) => [],
        _ => [declaration.Differ(where, member, Said(was), Said(now))],
    };

    private IEnumerable<Difference> Members(JsonElement was, JsonElement now, string where, string? member)
    {
        List<JsonProperty> first = [.. was.EnumerateObject()], second = [.. now.EnumerateObject()];
        string[] names = [.. first.Select(each => each.Name)], others = [.. second.Select(each => each.Name)];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length || others.Distinct(StringComparer.Ordinal).Count() < others.Length)
        {
            return Text(was) == Text(now) ? [] : [declaration.Differ($"{where} (a member twice)", member, Said(was), Said(now))];
        }

        var differences =
            from name in names.Union(others, StringComparer.Ordinal)
            where !(declaration.IsVolatile(name) && names.Contains(name) && others.Contains(name))
            let isHidden = declaration.IsRedacted(name) ? name : member is not null && declaration.IsRedacted(member) ? member : name
            from difference in !names.Contains(name) ? [declaration.Differ($"{where}.{name}", isHidden, null, Said(now.GetProperty(name)))]
                : !others.Contains(name) ? [declaration.Differ($"{where}.{name}", isHidden, Said(was.GetProperty(name)), null)]
                : Of(was.GetProperty(name), now.GetProperty(name), $"{where}.{name}", isHidden)
            select difference;
        return Order(names, others) is var (before, after) && before != after
            ? differences.Append(new Difference($"{where} (order of members)", before, after))
            : differences;
    }

    private static (string Was, string Is) Order(string[] names, string[] others) =>
        (string.Join(',', names.Where(others.Contains)), string.Join(',', others.Where(names.Contains)));

    private IEnumerable<Difference> Items(JsonElement was, JsonElement now, string where, string? member)
    {
        for (var at = 0; at < Math.Max(was.GetArrayLength(), now.GetArrayLength()); at++)
        {
            var place = $"{where}[{at}]";
            var differences = at >= was.GetArrayLength() ? [declaration.Differ(place, member, null, Said(now[at]))]
                : at >= now.GetArrayLength() ? [declaration.Differ(place, member, Said(was[at]), null)]
                : Of(was[at], now[at], place, member);
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    // What is in an object or an array may not be to be shown: its id says which it is.
    private static string Said(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Object when item.TryGetProperty("id", out var id) => $"{{\"id\":{Text(id)},…}}",
        JsonValueKind.Object => "{…}",
        JsonValueKind.Array => $"[{item.GetArrayLength()} items]",
        _ => Text(item),
    };

    private static string Text(JsonElement element) => element.GetRawText() is var raw && element.ValueKind == JsonValueKind.String
        ? JsonSerializer.Serialize(element.GetString(), Compact.Json)
        : raw;
}
