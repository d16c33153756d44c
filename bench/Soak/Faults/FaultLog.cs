using System.Collections.Immutable;

namespace Vts.Bench.Soak.Faults;

/// <summary>Which faults were on when, and what they explain.</summary>
internal sealed class FaultLog
{
    // After a fault the throttle asks again within 5 s, or 30 s after a 429, and then comes back slowly, in 70 s at most; docs/throttle.md.
    // The last call before that may have hung for 4 s.
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterThrottling = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan AfterRamp = TimeSpan.FromSeconds(80);

    private ImmutableList<FaultSpan> _spans = [];

    public ImmutableList<FaultSpan> Spans => Volatile.Read(ref _spans);

    public FaultSpan Begin(FaultKind kind, TimeSpan now)
    {
        var span = new FaultSpan(kind, now);
        ImmutableInterlocked.Update(ref _spans, spans => spans.Add(span));
        return span;
    }

    /// <summary>Whether a problem of this code may have come of a fault between the two.</summary>
    public bool Explains(string code, TimeSpan from, TimeSpan to) => Spans.Any(span =>
        span.Kind.Codes.Contains(code, StringComparer.Ordinal) && span.Began <= to
        && (span.Ended == TimeSpan.MaxValue || span.Ended + After(code) >= from));

    /// <summary>Whether Extend may still have failed between the two.</summary>
    public bool IsNear(TimeSpan from, TimeSpan to) => Spans.Any(span =>
        !span.Kind.StopsStore && span.Began <= to && (span.Ended == TimeSpan.MaxValue || span.Ended + AfterRamp >= from));

    /// <summary>The faults that were on, as text.</summary>
    public string On(TimeSpan from, TimeSpan to) =>
        string.Join(", ", Spans.Where(span => span.IsOn(from, to)).Select(span => span.Kind.Name).Distinct(StringComparer.Ordinal));

    private static TimeSpan After(string code) => code switch
    {
        "extend_busy" or "extend_timeout" => AfterRamp,
        "extend_throttled" => AfterThrottling,
        _ => AfterOutage,
    };
}
