namespace Vts.Callers.Keys;

/// <summary>Whether a key opens anything at a time.</summary>
public enum KeyState
{
    /// <summary>It does.</summary>
    Live,

    /// <summary>Not yet.</summary>
    NotYetValid,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,
}
