namespace Vts.Callers.Issuers;

/// <summary>How this process stands to an issuer.</summary>
public enum IssuerStanding
{
    /// <summary>It answered when it was last asked.</summary>
    Ready,

    /// <summary>It does not answer; the last known keys serve.</summary>
    Stale,

    /// <summary>No key of it that serves is known.</summary>
    Away,
}
