using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Vts.Callers.Limits;

/// <summary>How often authentication has failed for each address within a minute, in this process.</summary>
public sealed class AddressLimiter : IDisposable
{
    private readonly TimeProvider _time;
    private readonly PartitionedRateLimiter<int> _failures;
    private long _quietFrom;

    /// <summary>Takes the limit.</summary>
    public AddressLimiter(IOptions<LimitOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        Most = options.Value.FailedAuthenticationsPerMinute;
        _failures = PartitionedRateLimiter.Create<int, int>(slot => RateLimitPartition.Get(slot, RateLimiter (_) => new MinuteWindow(Most, time)));
    }

    /// <summary>How many failures an address may have in a minute.</summary>
    public int Most { get; }

    /// <inheritdoc/>
    public void Dispose() => _failures.Dispose();

    /// <summary>How the address stands, without counting anything.</summary>
    internal Standing Look(IPAddress? address) => IsQuiet ? new Standing(MayGoOn: true, Most, (int)MinuteWindow.Length.TotalSeconds) : Take(address, 0);

    /// <summary>Counts one failure of the address.</summary>
    internal Standing Fail(IPAddress? address)
    {
        var standing = Take(address, 1);
        Volatile.Write(ref _quietFrom, _time.GetTimestamp() + (long)(MinuteWindow.Length.TotalSeconds * _time.TimestampFrequency));
        return standing;
    }

    // Nobody has failed for as long as a failure counts: then no address has to be looked up.
    private bool IsQuiet => _time.GetTimestamp() >= Volatile.Read(ref _quietFrom);

    private Standing Take(IPAddress? address, int failures)
    {
        using var lease = _failures.AttemptAcquire(AddressSlot.Of(address), failures);
        return Standing.Of(lease);
    }
}
