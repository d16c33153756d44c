namespace Extend.Throttle;

/// <summary>
/// The way back after an outage: from a tenth of the usual rate to a little over it in ten seconds. There it stays until
/// nothing waits any more, so that what was held back does not come all at once, but for a minute at most.
/// </summary>
internal sealed class Ramp(NormalRate normal, TimeProvider time) : ILimit
{
    private const double First = 0.1;
    private const double Last = 1.1;

    // What a quiet service may ask all the same, so that one person's list comes within its deadline.
    private const double LeastPerSecond = 4;

    private static readonly TimeSpan Rise = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(70);

    // Timers are late by some milliseconds; without this a high rate would fall short of itself.
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(20);

    private double _usual;
    private TimeSpan? _began;
    private TimeSpan _next;

    public string Name => "ramp";

    public ExtendFault Fault => ExtendFault.Busy;

    public bool IsOver => !(time.Elapsed < _began + Longest);

    private double Slope => _usual * (Last - First) / Rise.TotalSeconds;

    public void Start()
    {
        _usual = Math.Max(normal.PerSecond, LeastPerSecond);
        _began = _next = time.Elapsed;
    }

    /// <summary>Ends it when it has risen: to be called when nothing waits.</summary>
    public void Settle()
    {
        if (time.Elapsed >= _began + Rise)
        {
            _began = null;
        }
    }

    public TimeSpan Before(int nth) => IsOver ? TimeSpan.Zero : _next + TimeOf(nth - 1, _next - _began!.Value) - time.Elapsed;

    public void Begin()
    {
        if (!IsOver)
        {
            var last = TimeSpan.Max(_next, time.Elapsed - Lateness);
            _next = last + TimeOf(1, last - _began!.Value);
        }
    }

    // How long so many calls take from a moment of the ramp on: the area under the rate, solved for its end.
    private TimeSpan TimeOf(int calls, TimeSpan from)
    {
        var risen = Math.Clamp(from / Rise, 0, 1);
        var rate = _usual * (First + (Last - First) * risen);
        var rest = Rise.TotalSeconds * (1 - risen);
        var inRest = rate * rest + Slope * rest * rest / 2;
        return TimeSpan.FromSeconds(calls > inRest
            ? rest + (calls - inRest) / (_usual * Last)
            : (Math.Sqrt(rate * rate + 2 * Slope * calls) - rate) / Slope);
    }
}
