using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Redaction;

namespace Vts.Bench.Replay.Differences;

/// <summary>Where the answers to one request differ, what is declared volatile left out.</summary>
internal sealed class AnswerDifferences(Declaration declaration)
{
    /// <summary>The most that is told of one request.</summary>
    public const int Most = 50;

    private readonly JsonDifferences _json = new(declaration);
    private readonly LineDifferences _lines = new(declaration);
    private readonly CsvDifferences _csv = new(declaration);

    public IReadOnlyList<Difference> Of(IReadOnlyList<Answer> was, IReadOnlyList<Answer> now)
    {
        List<Difference> differences =
        [
            .. Enumerable.Range(0, Math.Min(was.Count, now.Count)).SelectMany(at =>
                Of(was[at], now[at]).Select(difference => at == 0 ? difference : difference with { Where = $"answer {at + 1}: {difference.Where}" })).Take(Most),
        ];
        if (was.Count != now.Count)
        {
            differences.Add(new Difference("answers", $"{was.Count}", $"{now.Count}"));
        }

        return differences;
    }

    private IEnumerable<Difference> Of(Answer was, Answer now)
    {
        if (was.Status == Answer.NoAnswer || now.Status == Answer.NoAnswer)
        {
            // Two that do not answer are not the same: nothing is known of either.
            return [new Difference("answer", Outcome(was), Outcome(now))];
        }

        IEnumerable<Difference> status = was.Status == now.Status ? [] : [new Difference("status", $"{was.Status}", $"{now.Status}")];
        return [.. status, .. Headers(was, now), .. Body(was, now)];
    }

    private IEnumerable<Difference> Headers(Answer was, Answer now) =>
        from name in was.Headers.Concat(now.Headers).Select(header => header.Key).Distinct(StringComparer.OrdinalIgnoreCase)
        where !declaration.IsUnheeded(name)
        let before = Value(was, name)
        let after = Value(now, name)
        where before != after
        select new Difference($"header {name}", before, after);

    private string? Value(Answer answer, string name) => answer.Header(name) is { } value
        ? declaration.IsVolatileHeader(name) ? "there" : NextPage.WithoutCursors(value)
        : null;

    private IEnumerable<Difference> Body(Answer was, Answer now) => (was.Kind == now.Kind ? was.Kind : BodyKind.Other) switch
    {
        _ when string.Equals(was.Body, now.Body, StringComparison.Ordinal) => [],
        BodyKind.Json => _json.Of(was.Body, now.Body, "body"),
        BodyKind.Lines => _lines.Of(was.Body, now.Body),
        BodyKind.Csv => _csv.Of(was.Body, now.Body),
        _ => [new Difference("body (other text)", $"{was.Body.Length} characters", $"{now.Body.Length} characters")],
    };

    private static string Outcome(Answer answer) => answer.Status == Answer.NoAnswer ? $"none, {answer.Body}" : $"{answer.Status}";
}
