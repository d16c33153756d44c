using System.Globalization;
using System.Threading.RateLimiting;

namespace Vts.Callers.Limits;

/// <summary>One caller's rate and its places, for the framework's partitions. A look (no permit) takes nothing of either.</summary>
internal sealed class CallerGate(CallerLimits limits, TimeProvider time) : RateLimiter
{
    private readonly TokenBucket _rate = new(limits.RequestsPerSecond, limits.Burst, time);
    private int _underWay;

    /// <summary>The limits as the field <c>RateLimit-Policy</c> says them.</summary>
    public string Policy { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"\"requests\";q={limits.Burst};w={(limits.Burst + limits.RequestsPerSecond - 1) / limits.RequestsPerSecond}, \"concurrent\";q={limits.Concurrency};qu=\"concurrent-requests\"");

    /// <summary>How long nothing has been under way and the rate was rested: only then may it be forgotten.</summary>
    public override TimeSpan? IdleDuration => Volatile.Read(ref _underWay) > 0 ? null : _rate.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => _rate.GetStatistics();

    /// <summary>Gives a place to another request.</summary>
    public void Leave() => Interlocked.Decrement(ref _underWay);

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        using var lease = _rate.AttemptAcquire(permitCount);
        var rate = Standing.Of(lease);
        var isGiven = permitCount > 0 && rate.MayGoOn && Enter();
        return new Admission(this, rate, limits.Concurrency - Volatile.Read(ref _underWay), isGiven);
    }

    // Nobody waits: who may not go on is told so at once.
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rate.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Enter()
    {
        // Never counted above the limit, not even for a moment: another would be refused for one that is refused.
        for (var seen = Volatile.Read(ref _underWay); seen < limits.Concurrency;)
        {
            var found = Interlocked.CompareExchange(ref _underWay, seen + 1, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }
}
