namespace Extend.Throttle;

/// <summary>
/// What Extend says it will still take (<c>x-rate-limit-remaining</c>): when little is left, it is spread over the rest of the
/// window. Extend does not say when its window ends: it is taken to be a minute from when the number last went up.
/// </summary>
internal sealed class Remainder(int places, TimeProvider time) : ILimit
{
    private const int Little = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private int? _left;
    private TimeSpan _ends;
    private TimeSpan _from;

    public string Name => "remaining";

    public ExtendFault Fault => ExtendFault.Throttled;

    public TimeSpan Before(int nth) =>
        _left < Little && time.Elapsed < _ends
            ? _from + (_ends - _from) * Math.Min(nth, _left.Value + 1) / (_left.Value + 1) - time.Elapsed
            : TimeSpan.Zero;

    public void Begin()
    {
        _from = time.Elapsed;
        _left = _left > 0 ? _left - 1 : _left;
    }

    public void Learn(int left)
    {
        var now = time.Elapsed;

        // Answers of calls side by side may come out of order: a rise of no more than the places is none.
        if (_left is null || left > _left + places || now >= _ends)
        {
            _ends = now + Window;
        }

        if (!(_left < Little))
        {
            _from = now;
        }

        _left = left;
    }
}
