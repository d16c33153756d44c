namespace Extend.Throttle;

/// <summary>At most so many calls in any sixty seconds, however they lie. The first of them may come all at once.</summary>
internal sealed class MinuteRate : ILimit
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly TimeSpan[] _began;
    private int _oldest;

    public MinuteRate(int calls, TimeProvider time)
    {
        _time = time;
        _began = new TimeSpan[calls];
        Array.Fill(_began, time.Elapsed - Minute);
    }

    public string Name => "rate";

    public ExtendFault Fault => ExtendFault.Busy;

    public TimeSpan Before(int nth)
    {
        var (minutes, index) = Math.DivRem(nth - 1, _began.Length);
        var first = _began[(_oldest + index) % _began.Length] + Minute - _time.Elapsed;
        return TimeSpan.Max(first, TimeSpan.Zero) + Minute * minutes;
    }

    public void Begin()
    {
        _began[_oldest] = _time.Elapsed;
        _oldest = (_oldest + 1) % _began.Length;
    }
}
