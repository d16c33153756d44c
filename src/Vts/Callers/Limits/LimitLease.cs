using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace Vts.Callers.Limits;

/// <summary>A limiter's answer. There is nothing to give back: what a clock limits comes again by itself.</summary>
/// <param name="isAcquired">Whether the request may go on.</param>
/// <param name="left">How many more may follow at once.</param>
/// <param name="wait">How long until there is more than that.</param>
internal sealed class LimitLease(bool isAcquired, int left, TimeSpan wait) : RateLimitLease
{
    /// <summary>How many more requests may follow at once.</summary>
    public int Left => left;

    /// <summary>How long until there is more than that.</summary>
    public TimeSpan Wait => wait;

    public override bool IsAcquired => isAcquired;

    public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
        return metadata is not null;
    }
}
