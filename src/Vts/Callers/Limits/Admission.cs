using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace Vts.Callers.Limits;

/// <summary>Whether a caller's request may go on. It takes one of the caller's places until it is disposed of.</summary>
/// <param name="gate">Whose place it is.</param>
/// <param name="rate">How it stands with the caller's rate.</param>
/// <param name="placesLeft">How many more of the caller's requests may be under way beside it.</param>
/// <param name="isGiven">Whether it may go on.</param>
internal sealed class Admission(CallerGate gate, Standing rate, int placesLeft, bool isGiven) : RateLimitLease
{
    private int _isLeft;

    /// <summary>The caller's limits as the field <c>RateLimit-Policy</c> says them.</summary>
    public string Policy => gate.Policy;

    /// <summary>How it stands with the caller's rate.</summary>
    public Standing Rate => rate;

    /// <summary>How many more of the caller's requests may be under way beside it.</summary>
    public int PlacesLeft => placesLeft;

    /// <summary>Whether it may go on.</summary>
    public override bool IsAcquired => isGiven;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = null;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (isGiven && Interlocked.Exchange(ref _isLeft, 1) is 0)
        {
            gate.Leave();
        }

        base.Dispose(disposing);
    }
}
