using System.Text.Json;
using Vts.Bench.Replay.Differences;
using Vts.Bench.Replay.Redaction;

namespace Vts.Bench.Replay.Reports;

/// <summary>Tells what came of all requests, for people or for programs.</summary>
internal static class Report
{
    public static string Text(IReadOnlyList<Outcome> outcomes) =>
        string.Concat(outcomes.Where(outcome => outcome.IsTrouble).Select(Text)) + Summary(outcomes) + "\n";

    public static string Json(IReadOnlyList<Outcome> outcomes) => JsonSerializer.Serialize(
        new
        {
            requests = outcomes.Count,
            same = Count(outcomes, Verdict.Same),
            moved = Count(outcomes, Verdict.Moved),
            different = Count(outcomes, Verdict.Different),
            unsettled = Count(outcomes, Verdict.Unsettled),
            notAsked = Count(outcomes, Verdict.NotAsked),
            differences = outcomes.Where(outcome => outcome.IsTrouble).Select(outcome => new
            {
                request = outcome.Request.ToString(),
                verdict = outcome.Verdict == Verdict.Different ? "different" : "unsettled",
                differences = outcome.Differences.Select(difference => new { where = difference.Where, was = difference.Was, @is = difference.Is }),
            }),
        },
        Compact.Json) + "\n";

    /// <summary>How many of each, in a line.</summary>
    public static string Summary(IReadOnlyList<Outcome> outcomes) => string.Join(", ", new[]
    {
        $"{outcomes.Count} requests: {Count(outcomes, Verdict.Same)} same",
        Some(Count(outcomes, Verdict.Moved), "same once the data stood still"),
        $"{Count(outcomes, Verdict.Different)} different",
        Some(Count(outcomes, Verdict.Unsettled), "unsettled"),
        Some(Count(outcomes, Verdict.NotAsked), "not asked, as no function answers them"),
    }.OfType<string>());

    private static string Text(Outcome outcome)
    {
        var note = outcome.Verdict == Verdict.Unsettled ? " (the data changes too fast to tell)" : "";
        var more = outcome.Differences.Count >= AnswerDifferences.Most ? $"  and perhaps more: the first {AnswerDifferences.Most} are told\n" : "";
        return $"{outcome.Request}{note}\n{string.Concat(outcome.Differences.Select(difference => $"  {difference}\n"))}{more}";
    }

    private static int Count(IReadOnlyList<Outcome> outcomes, Verdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);

    private static string? Some(int count, string what) => count == 0 ? null : $"{count} {what}";
}
