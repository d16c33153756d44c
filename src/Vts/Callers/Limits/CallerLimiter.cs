using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Vts.Callers.Limits;

/// <summary>
/// How often each caller asks and how many of its requests are under way, in this process. A caller's limits are its own: what one
/// asks takes nothing from another. Only callers are kept, never tokens, and none that has rested: unknown tokens take no memory.
/// </summary>
public sealed class CallerLimiter : IDisposable
{
    private readonly CallerLimits _usual;
    private readonly PartitionedRateLimiter<Key> _rates;
    private readonly PartitionedRateLimiter<Key> _places;

    /// <summary>Takes the limits of callers that have none of their own.</summary>
    public CallerLimiter(IOptions<LimitOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _usual = new(options.Value.RequestsPerSecond, options.Value.Burst, options.Value.Concurrency);
        _rates = PartitionedRateLimiter.Create<Key, Key>(caller =>
            RateLimitPartition.Get(caller, RateLimiter (key) => new TokenBucket(key.Limits.RequestsPerSecond, key.Limits.Burst, time)));
        _places = PartitionedRateLimiter.Create<Key, Key>(caller =>
            RateLimitPartition.GetConcurrencyLimiter(caller, key => new ConcurrencyLimiterOptions { PermitLimit = key.Limits.Concurrency, QueueLimit = 0 }));
    }

    /// <summary>The limits that hold for this caller.</summary>
    public CallerLimits LimitsOf(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Limits ?? _usual;
    }

    /// <summary>How this caller stands with them.</summary>
    public LimitsNow Now(Caller caller)
    {
        var key = KeyOf(caller);
        var (rate, burst, concurrency) = key.Limits;
        return new(rate, burst, concurrency, (int)_rates.GetStatistics(key)!.CurrentAvailablePermits, PlacesLeft(key));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rates.Dispose();
        _places.Dispose();
    }

    /// <summary>Counts one request of the caller and says whether it may go on.</summary>
    internal Admission Admit(Caller caller)
    {
        var key = KeyOf(caller);
        using var lease = _rates.AttemptAcquire(key);
        var place = lease.IsAcquired ? _places.AttemptAcquire(key) : null;
        return new(key.Limits, Standing.Of(lease), PlacesLeft(key), place);
    }

    private int PlacesLeft(Key key) => (int)_places.GetStatistics(key)!.CurrentAvailablePermits;

    private Key KeyOf(Caller caller) => new(caller.Account, caller.Name, LimitsOf(caller));

    // Two keys of one caller share its limits; changed limits begin anew.
    private sealed record Key(string Account, string Name, CallerLimits Limits)
    {
        // Each request looks three times.
        private readonly int _hash = HashCode.Combine(Account, Name, Limits);

        public override int GetHashCode() => _hash;
    }
}
