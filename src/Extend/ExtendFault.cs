namespace Extend;

/// <summary>What went wrong between this client and Extend: which side failed, at which stage.</summary>
public enum ExtendFault
{
    /// <summary>No connection could be made, or it broke before an answer began.</summary>
    Unreachable,

    /// <summary>No whole answer came within the time allowed.</summary>
    TimedOut,

    /// <summary>Extend said 429: too many requests.</summary>
    Throttled,

    /// <summary>This client asks Extend as fast as it may, and the read's turn would have come too late.</summary>
    Busy,

    /// <summary>Extend said 503: it is down for a while.</summary>
    Unavailable,

    /// <summary>Extend refused the account's API key or bearer token (401), also after one renewal of a session.</summary>
    CredentialRefused,

    /// <summary>Extend refused the account's e-mail and password. Sign-in is closed until an operator opens it.</summary>
    SignInRefused,

    /// <summary>Extend asked for a one-time code beside the password. Sign-in is closed until an operator opens it.</summary>
    SignInNeedsCode,

    /// <summary>Sign-in was met by a page meant for browsers. Sign-in is closed until an operator opens it.</summary>
    SignInChallenged,

    /// <summary>Extend forbade the sign-in (403). Sign-in is closed until an operator opens it.</summary>
    SignInForbidden,

    /// <summary>Extend says that the login is locked. Sign-in is closed until an operator opens it.</summary>
    AccountLocked,

    /// <summary>Sign-in no longer speaks the API version this client asks for (406). Sign-in is closed until an operator opens it.</summary>
    SignInVersionRefused,

    /// <summary>The hour's sign-ins are used up; Extend was not asked.</summary>
    SignInsSpent,

    /// <summary>Extend said 403: the login may not read this.</summary>
    Forbidden,

    /// <summary>A web page came instead of an answer: a challenge for browsers, or something between us and Extend.</summary>
    WebPage,

    /// <summary>Extend said 406: it no longer speaks the API version this client asks for.</summary>
    VersionRefused,

    /// <summary>Extend failed with a 5xx status other than 503.</summary>
    ServerError,

    /// <summary>Extend answered with a redirect; none is followed.</summary>
    Redirected,

    /// <summary>The answer was larger than <see cref="ExtendOptions.MaxAnswerBytes"/>.</summary>
    AnswerTooLarge,

    /// <summary>The answer was not the JSON expected: cut short, malformed, or with a member of the wrong kind.</summary>
    AnswerUnreadable,

    /// <summary>A success status carried an <c>error</c> member.</summary>
    ErrorInAnswer,

    /// <summary>The answer contradicts the question or itself: another card's data, or a list that does not add up.</summary>
    AnswerInconsistent,

    /// <summary>Extend answered with a status that has no meaning here.</summary>
    UnexpectedStatus,
}
