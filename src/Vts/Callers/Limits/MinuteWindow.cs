using System.Threading.RateLimiting;

namespace Vts.Callers.Limits;

/// <summary>So many in the minute that begins with the first, on a given clock, for the framework's partitions.</summary>
internal sealed class MinuteWindow(int most, TimeProvider time) : RateLimiter
{
    /// <summary>The window's length.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly long _created = time.GetTimestamp();
    private long? _begun;
    private int _taken;

    /// <summary>How long the window has been over: only then may it be forgotten.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                return _begun is not { } begun ? time.GetElapsedTime(_created)
                    : time.GetElapsedTime(begun) - Length is var over && over >= TimeSpan.Zero ? over
                    : null;
            }
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            Renew();
            return new() { CurrentAvailablePermits = most - _taken };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            Renew();
            var isAcquired = _taken + Math.Max(permitCount, 1) <= most;
            if (isAcquired && permitCount > 0)
            {
                _begun ??= time.GetTimestamp();
                _taken += permitCount;
            }

            return new LimitLease(isAcquired, most - _taken, _begun is { } begun ? Length - time.GetElapsedTime(begun) : Length);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    private void Renew()
    {
        if (_begun is { } begun && time.GetElapsedTime(begun) >= Length)
        {
            (_begun, _taken) = (null, 0);
        }
    }
}
