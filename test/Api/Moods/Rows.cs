using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vts.Api.Tests.Moods;

/// <summary>The rows of an answer in any form, their members as text; what is null is empty.</summary>
/// <param name="List">The rows.</param>
/// <param name="IsWhole">Whether the answer says that these are all that it has to say.</param>
/// <param name="Failed">The cards of which it says that they failed.</param>
internal sealed partial record Rows(IReadOnlyList<IReadOnlyDictionary<string, string>> List, bool IsWhole, IReadOnlyList<string> Failed)
{
    public static Rows Read(string? mediaType, string body) => mediaType switch
    {
        "application/x-ndjson" => OfLines(body),
        "text/csv" => OfCsv(body),
        _ => OfJson(JsonElement.Parse(body)),
    };

    private static Rows OfJson(JsonElement body) => new(
        body.ValueKind is JsonValueKind.Array ? [.. body.EnumerateArray().Select(Row)] : [Row(body)], IsWhole: true, []);

    private static Rows OfLines(string body)
    {
        var lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        var rows = lines.Where(line => !line.TryGetProperty("rows", out _) && !line.TryGetProperty("failed", out _)).Select(Row).ToArray();
        string[] failed = [.. lines.Where(line => line.TryGetProperty("failed", out _)).Select(line => line.GetProperty("failed").ToString())];
        return new(rows, lines is [.., var last] && last.TryGetProperty("rows", out var count) && count.GetInt32() == rows.Length, failed);
    }

    private static Rows OfCsv(string body)
    {
        var records = body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Fields).ToArray();
        var rows = records.Skip(1).Where(record => !record[0].StartsWith('#'))
            .Select(record => records[0].Zip(record).ToDictionary(field => field.First, field => field.Second, StringComparer.Ordinal)).ToArray();
        string[] failed = [.. records.Where(record => record[0] == "#failed").Select(record => record[1])];
        return new(rows, records is [.., ["#rows", var count, ..]] && count == $"{rows.Length}", failed);
    }

    // A text that begins like a formula has an apostrophe before it.
    private static string[] Fields(string record) =>
        [.. Field().Matches(record).Select(field => field.Groups["quoted"] is { Success: true } text ? text.Value.Replace("\"\"", "\"", StringComparison.Ordinal).TrimStart('\'') : field.Groups["plain"].Value)];

    private static Dictionary<string, string> Row(JsonElement row) =>
        row.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString(), StringComparer.Ordinal);

    [GeneratedRegex("""(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Field();
}
