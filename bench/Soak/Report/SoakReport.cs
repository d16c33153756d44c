using System.Globalization;
using Vts.Bench.Soak.Checking;
using Vts.Bench.Soak.Faults;
using Vts.Bench.Soak.Load;
using Vts.Bench.Soak.Processes;

namespace Vts.Bench.Soak.Report;

/// <summary>The run as a page of Markdown.</summary>
internal sealed class SoakReport(Tally tally, IReadOnlyList<Sample> samples, FaultLog faults, IReadOnlyList<Interruption> interruptions, TimeSpan began, TimeSpan duration)
{
    private readonly IReadOnlyList<Flatness> _flatness = samples.Count > 0 ? Flatness.Of(samples, duration) : [];

    /// <summary>Whether nothing was wrong or lost, and everything flat.</summary>
    public bool IsGood => tally.IsClean && _flatness.All(each => each.IsFlat);

    /// <summary>The result in a few words.</summary>
    public string Summary => Text($"{tally.Requests} requests: {tally[Outcome.Right]} right, {tally[Outcome.Told]} told of a fault, {tally[Outcome.CutByFault]} lists cut by a fault, {tally[Outcome.CutByKill]} cut by a kill, {tally[Outcome.Wrong]} wrong, {tally[Outcome.Lost]} lost; {FlatnessInWords()}");

    public string Write(IReadOnlyDictionary<string, string> circumstances) => string.Join('\n',
    [
        "# A long load with faults\n",
        $"**{(IsGood ? "Passed" : "Failed")}**: {Summary}.\n",
        "[README.md](../README.md#a-long-load-with-faults) tells what was done and what each figure means.\n",
        Markdown.Table(["", ""], circumstances.Select(each => new[] { each.Key, each.Value })),
        "## What became of the requests\n",
        Markdown.Table(["", "requests"],
        [
            ["answered rightly", Count(Outcome.Right)],
            ["of them from memory, out of time, and said so", $"{tally.Stale}"],
            ["answered with a problem that a fault explains", Count(Outcome.Told)],
            ["lists that a fault cut while they were sent", Count(Outcome.CutByFault)],
            ["under way when the process was killed", Count(Outcome.CutByKill)],
            ["sent again, as the process was being restarted", $"{tally.SentAgain}"],
            ["**wrong**", $"**{Count(Outcome.Wrong)}**"],
            ["**lost**", $"**{Count(Outcome.Lost)}**"],
        ]),
        Text($"From when a request was due to its last byte: p50 {tally.Latencies.Quantile(0.5):0.0} ms, p99 {tally.Latencies.Quantile(0.99):0.0} ms, p99.9 {tally.Latencies.Quantile(0.999):0} ms.\n"),
        "## Flat\n",
        _flatness.Count == 0 ? "Not judged: one process must live for five minutes of the last two thirds.\n" : Markdown.Table(
            ["the least of each tenth of the last two thirds", "mean", "rises by", "standard error", "may rise by", ""],
            _flatness.Select(each => new[] { each.Name, Text($"{each.Mean:0.0} {each.Unit}"), Text($"{each.Rise:0.0}"), Text($"{each.Error:0.0}"), Text($"{each.Allowed:0.0}"), each.IsFlat ? "flat" : "**not flat**" })),
        "## Samples, one a minute\n",
        Markdown.Table(["minute", "process", "memory, MB", "sockets", "threads", "cores", "requests a second", "p50, ms", "p99, ms", "faults in that minute"], Minutes()),
        "## Faults\n",
        Markdown.Table(["from, s", "to, s", "what"], Timeline()),
        "## Answers by status\n",
        Markdown.Table(["status", "answers"], tally.Statuses.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new[] { each.Key, $"{each.Value}" })),
        "## Requests by kind\n",
        Markdown.Table(["kind", "requests"], tally.Kinds.OrderByDescending(each => each.Value).Select(each => new[] { each.Key, $"{each.Value}" })),
        .. tally.IsClean ? Array.Empty<string>() : ["## The first that were wrong or lost\n", .. tally.Examples.Select(example => $"```\n{example}\n```\n")],
    ]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Count(Outcome outcome) => $"{tally[outcome]}";

    private string FlatnessInWords() => _flatness.Count == 0 ? "too short to tell whether it stays flat"
        : string.Join(", ", _flatness.Select(each => $"{each.Name} {(each.IsFlat ? "flat" : "not flat")}"));

    private IEnumerable<string[]> Minutes()
    {
        var processes = samples.Select(sample => sample.ProcessId).Distinct().ToList();
        return samples.GroupBy(sample => (int)(sample.At.TotalMinutes - 0.001)).Select(minute => (string[])
        [
            $"{minute.Key + 1}", $"{processes.IndexOf(minute.Last().ProcessId) + 1}", Text($"{minute.Last().MemoryMb:0.0}"), $"{minute.Last().Sockets}", $"{minute.Last().Threads}",
            Text($"{minute.Average(each => each.Cores):0.00}"), Text($"{minute.Average(each => each.Rate):0.0}"),
            Text($"{minute.Average(each => each.P50):0.0}"), Text($"{minute.Max(each => each.P99):0.0}"),
            string.Join(", ", minute.Select(each => each.Faults).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)),
        ]);
    }

    private IEnumerable<string[]> Timeline() => faults.Spans
        .Select(span => (From: span.Began, To: span.Ended, What: span.Kind.Name))
        .Concat(interruptions.Select(each => (From: each.Began, To: each.Ended, What: each.IsKill ? "**killed**, and started again" : "**asked to end**, and started again")))
        .OrderBy(each => each.From)
        .Select(each => (string[])[Text($"{(each.From - began).TotalSeconds:0.0}"), each.To == TimeSpan.MaxValue ? "the end" : Text($"{(each.To - began).TotalSeconds:0.0}"), each.What]);
}
