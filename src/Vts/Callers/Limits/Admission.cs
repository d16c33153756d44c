using System.Threading.RateLimiting;

namespace Vts.Callers.Limits;

/// <summary>Whether a caller's request may go on. It takes one of the caller's places until it is disposed of.</summary>
/// <param name="Limits">The caller's limits.</param>
/// <param name="Rate">How it stands with the caller's rate.</param>
/// <param name="PlacesLeft">How many more of the caller's requests may be under way beside it.</param>
/// <param name="Place">Its own place; null where the rate refused it already.</param>
internal sealed record Admission(CallerLimits Limits, Standing Rate, int PlacesLeft, RateLimitLease? Place) : IDisposable
{
    /// <summary>Whether it may go on.</summary>
    public bool IsGiven => Place is { IsAcquired: true };

    /// <summary>Gives its place to another.</summary>
    public void Dispose() => Place?.Dispose();
}
