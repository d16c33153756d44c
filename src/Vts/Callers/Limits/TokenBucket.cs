using System.Threading.RateLimiting;

namespace Vts.Callers.Limits;

/// <summary>
/// A token bucket on a given clock, for the framework's partitions. What was taken is kept as the moment when the bucket will be
/// full again, so that no timer fills it: a process that was frozen meanwhile counts right.
/// </summary>
internal sealed class TokenBucket : RateLimiter
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly long _size;
    private readonly long _perToken;
    private long _fullAt;

    public TokenBucket(int perSecond, int burst, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _perToken = TimeSpan.TicksPerSecond / perSecond;
        _size = burst * _perToken;
    }

    /// <summary>How long the bucket has been full: only then may it be forgotten.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                return Now() - _fullAt is >= 0 and var idle ? new TimeSpan(idle) : null;
            }
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            return new() { CurrentAvailablePermits = Content(Now()) / _perToken };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            var now = Now();
            var content = Content(now);
            var isAcquired = content >= Math.Max(permitCount, 1) * _perToken;
            if (isAcquired)
            {
                _fullAt = Math.Max(_fullAt, now) + (permitCount * _perToken);
                content -= permitCount * _perToken;
            }

            return new LimitLease(isAcquired, (int)(content / _perToken), new TimeSpan(_perToken - (content % _perToken)));
        }
    }

    // Nobody waits: who may not go on is told so at once.
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    private long Now() => _time.GetElapsedTime(_start).Ticks;

    private long Content(long now) => _size - Math.Max(0, _fullAt - now);
}
