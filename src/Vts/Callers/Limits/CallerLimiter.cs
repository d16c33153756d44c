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
    private readonly PartitionedRateLimiter<Key> _gates;

    /// <summary>Takes the limits of callers that have none of their own.</summary>
    public CallerLimiter(IOptions<LimitOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _usual = new(options.Value.RequestsPerSecond, options.Value.Burst, options.Value.Concurrency);
        _gates = PartitionedRateLimiter.Create<Key, Key>(caller => RateLimitPartition.Get(caller, RateLimiter (key) => new CallerGate(key.Limits, time)));
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
        using var look = Ask(caller, 0);
        var (rate, burst, concurrency) = LimitsOf(caller);
        return new(rate, burst, concurrency, look.Rate.Left, look.PlacesLeft);
    }

    /// <inheritdoc/>
    public void Dispose() => _gates.Dispose();

    /// <summary>Counts one request of the caller and says whether it may go on.</summary>
    internal Admission Admit(Caller caller) => Ask(caller, 1);

    private Admission Ask(Caller caller, int permits) => (Admission)_gates.AttemptAcquire(new(caller.Account, caller.Name, LimitsOf(caller)), permits);

    // Two keys of one caller share its limits; changed limits begin anew.
    private sealed record Key(string Account, string Name, CallerLimits Limits);
}
