namespace Extend.Throttle;

/// <summary>
/// Keeps an account's retries to a fifth of its reads over the last half minute, so that they never make an illness worse.
/// A few are free, so that a read on a quiet service has its own.
/// </summary>
internal sealed class RetryBudget(int free, TimeProvider time, ThrottleMetrics metrics)
{
    private const int ReadsForOne = 5;

    private readonly Lock _lock = new();
    private readonly SlidingCount _reads = new(time);
    private readonly SlidingCount _retries = new(time);

    /// <summary>Counts a read, however often it is tried.</summary>
    public void CountRead()
    {
        lock (_lock)
        {
            _reads.Add();
        }
    }

    /// <summary>Takes one retry; false if there is none left.</summary>
    public bool TryTake()
    {
        bool isGranted;
        lock (_lock)
        {
            isGranted = _retries.Total < Math.Max(free, _reads.Total / ReadsForOne);
            if (isGranted)
            {
                _retries.Add();
            }
        }

        metrics.Retried(isGranted);
        return isGranted;
    }
}
