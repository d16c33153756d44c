namespace Extend.Throttle;

/// <summary>How many calls a second are usual: the mean of the last ten seconds in which there were any.</summary>
internal sealed class NormalRate(TimeProvider time)
{
    private const int Seconds = 10;

    private readonly Queue<int> _seconds = new(Seconds + 1);
    private long _second;
    private int _count;

    public double PerSecond => _seconds.Count > 0 ? _seconds.Average() : _count;

    /// <summary>Counts a call that ended well.</summary>
    public void Count()
    {
        var second = (long)time.Elapsed.TotalSeconds;
        if (second != _second && _count > 0)
        {
            _seconds.Enqueue(_count);
            if (_seconds.Count > Seconds)
            {
                _seconds.Dequeue();
            }

            _count = 0;
        }

        _second = second;
        _count++;
    }
}
