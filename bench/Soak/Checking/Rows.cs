using System.Text;
using System.Text.Json;
using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking;

/// <summary>Reads the rows of an answer in any of the forms.</summary>
internal static class Rows
{
    /// <exception cref="UnreadableException">It is not of its form, has other members than it must, or is cut.</exception>
    public static IReadOnlyList<ShownRow> Read(string? mediaType, byte[] body, Columns columns)
    {
        try
        {
            return mediaType switch
            {
                "application/json" => Json(body, columns),
                "application/x-ndjson" => Lines(body, columns),
                "text/csv" => Csv(Encoding.UTF8.GetString(body), columns),
                _ => throw new UnreadableException($"no list has the media type {mediaType}"),
            };
        }
        catch (JsonException fault)
        {
            throw new UnreadableException($"malformed JSON: {fault.Message}");
        }
    }

    private static ShownRow[] Json(byte[] body, Columns columns)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind is JsonValueKind.Array
            ? [.. json.RootElement.EnumerateArray().Select(each => Row(each, columns))]
            : [Row(json.RootElement, columns)];
    }

    private static List<ShownRow> Lines(byte[] body, Columns columns)
    {
        var lines = Encoding.UTF8.GetString(body).Split('\n');
        if (lines is not [.. var rows, var last, ""] || last != $"{{\"rows\":{rows.Length}}}")
        {
            throw new UnreadableException("the last line does not count the rows");
        }

        return [.. rows.Select(row =>
        {
            using var json = JsonDocument.Parse(row);
            return Row(json.RootElement, columns);
        })];
    }

    private static ShownRow Row(JsonElement row, Columns columns)
    {
        if (row.ValueKind is not JsonValueKind.Object)
        {
            throw new UnreadableException("a row is no object");
        }

        if (!columns.IsWhole)
        {
            return Of([.. columns.Names.Select(name => row.TryGetProperty(name, out var value) ? Text(value) : throw new UnreadableException($"{name} is missing"))]);
        }

        var values = new List<string>(columns.Names.Count);
        foreach (var member in row.EnumerateObject())
        {
            if (values.Count == columns.Names.Count || !member.NameEquals(columns.Names[values.Count]))
            {
                throw new UnreadableException($"the member {member.Name} stands where it must not");
            }

            values.Add(Text(member.Value));
        }

        return values.Count == columns.Names.Count ? Of(values) : throw new UnreadableException($"{columns.Names[values.Count]} is missing");
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static List<ShownRow> Csv(string text, Columns columns)
    {
        if (CsvRecords.Read(text) is not [var head, .. var rows, var last] || !head.SequenceEqual(columns.Names, StringComparer.Ordinal))
        {
            throw new UnreadableException("the header does not name the members");
        }

        return last is ["#rows", var count, ..] && count == $"{rows.Length}" && rows.All(row => row.Count == head.Count)
            ? [.. rows.Select(Of)]
            : throw new UnreadableException("the last record does not count the rows");
    }

    private static ShownRow Of(IReadOnlyList<string> values) => new(values[0], Columns.Join(values), values);
}
