namespace Vts.Bench.Soak.Faults;

/// <summary>A fault that was or is.</summary>
internal sealed class FaultSpan(FaultKind kind, TimeSpan began)
{
    public FaultKind Kind => kind;

    public TimeSpan Began => began;

    /// <summary>When it was taken away; <see cref="TimeSpan.MaxValue"/> while it lasts.</summary>
    public TimeSpan Ended { get; set; } = TimeSpan.MaxValue;

    public bool IsOn(TimeSpan from, TimeSpan to) => Began <= to && Ended >= from;
}
