namespace Extend.Throttle;

/// <summary>How many there were in the last half minute, to the second.</summary>
internal sealed class SlidingCount(TimeProvider time)
{
    private readonly int[] _seconds = new int[30];
    private long _second;

    public int Total
    {
        get
        {
            MoveOn();
            return _seconds.Sum();
        }
    }

    public void Add()
    {
        MoveOn();
        _seconds[_second % _seconds.Length]++;
    }

    private void MoveOn()
    {
        var now = (long)time.Elapsed.TotalSeconds;
        for (var second = Math.Max(_second + 1, now - _seconds.Length + 1); second <= now; second++)
        {
            _seconds[second % _seconds.Length] = 0;
        }

        _second = now;
    }
}
