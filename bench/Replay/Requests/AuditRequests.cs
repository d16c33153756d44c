using System.Text.Json;

namespace Vts.Bench.Replay.Requests;

/// <summary>
/// What was really asked, as far as the audit record tells: operations and cards, each pair once. The record has no query, so filters
/// and pages are not in it.
/// </summary>
internal static class AuditRequests
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["listCards"] = "/cards",
        ["listActiveCards"] = "/cards/active",
        ["getCard"] = "/cards/*",
        ["listCardTransactions"] = "/cards/*/transactions",
        ["listTransactions"] = "/transactions",
        ["summarizeTransactions"] = "/transactions/summary",
        ["getMe"] = "/me",
    };

    /// <summary>A line of a list for each event that has a path; lines that are no events are passed over.</summary>
    public static IEnumerable<string> Read(IEnumerable<string> lines) => lines.Select(Read).OfType<string>();

    private static string? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var entry = document.RootElement;
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("audit", out var inner))
            {
                // On AWS the event is a member of the log's line.
                entry = inner;
            }

            if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("operation", out var operation)
                || operation.ValueKind != JsonValueKind.String || !Paths.TryGetValue(operation.GetString()!, out var path))
            {
                return null;
            }

            return path.Contains('*') ? Card(entry) is { } card ? path.Replace("*", card, StringComparison.Ordinal) : null : path;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Card(JsonElement entry) =>
        entry.TryGetProperty("cards", out var cards) && cards.ValueKind == JsonValueKind.Array && cards.GetArrayLength() == 1
            && cards[0].ValueKind == JsonValueKind.String && cards[0].GetString() is { } card
            && card.Length < 64 && card.StartsWith("vc_", StringComparison.Ordinal) && card.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? card
            : null;
}
