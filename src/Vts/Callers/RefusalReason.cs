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

    /// <summary>Its key or JWT is not valid yet.</summary>
    NotYetValid,

    /// <summary>The time of its key or JWT is over.</summary>
    Expired,

    /// <summary>Its key was taken back.</summary>
    Revoked,

    /// <summary>Its JWT is not of the form of one, or of a form that is never accepted.</summary>
    Malformed,

    /// <summary>Its JWT is of no configured issuer.</summary>
    UnknownIssuer,

    /// <summary>Its JWT is signed with a key that the issuer does not publish.</summary>
    UnknownSigningKey,

    /// <summary>Its JWT is not signed by the issuer, or by an algorithm that is not allowed.</summary>
    WrongSignature,

    /// <summary>Its JWT is for another service.</summary>
    WrongAudience,

    /// <summary>Its JWT is no access token, as an ID token.</summary>
    NoAccessToken,

    /// <summary>Its JWT is good, and no grant is for it. Answered with 403.</summary>
    NoGrant,
}
