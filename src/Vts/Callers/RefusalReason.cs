namespace Vts.Callers;

/// <summary>Why a request was not authenticated.</summary>
public enum RefusalReason
{
    /// <summary>It carries no token.</summary>
    Missing,

    /// <summary>It carries more than one.</summary>
    Ambiguous,

    /// <summary>Its <c>Authorization</c> is of another scheme than Bearer.</summary>
    WrongScheme,

    /// <summary>Its token is nobody's.</summary>
    Unknown,

    /// <summary>Its key is not valid yet.</summary>
    NotYetValid,

    /// <summary>Its key's time is over.</summary>
    Expired,

    /// <summary>Its key was taken back.</summary>
    Revoked,
}
