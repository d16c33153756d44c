namespace Extend.Throttle;

/// <summary>
/// How many calls a second are usual: the mean of the best ten seconds of the last sixty in which there were any. An Extend that is slow before
/// it fails answers few, and its way back would begin from those.
/// </summary>
internal sealed class NormalRate(TimeProvider time)
{
    private const int Stretch = 10;
    private const int Seconds = 60;

    private readonly Queue<int> _seconds = new(Seconds + 1);
    private long _second;
    private int _count;

    public double PerSecond => _seconds.Count > 0 ? Best([.. _seconds]) : _count;

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

    private static double Best(int[] seconds)
    {
        var length = Math.Min(Stretch, seconds.Length);
        return Enumerable.Range(0, seconds.Length - length + 1).Max(first => seconds.Skip(first).Take(length).Average());
    }
}
