namespace Extend.Sessions;

/// <summary>A session's access token and its times. A class rather than a record, so that no text of it ever holds the token.</summary>
/// <param name="value">The token as Extend gave it.</param>
/// <param name="issuedAt">When it was received, UTC.</param>
/// <param name="usableUntil">UTC; shortly before Extend's own expiry, and ten minutes after receipt at the latest.</param>
public sealed class AccessToken(string value, DateTimeOffset issuedAt, DateTimeOffset usableUntil)
{
    // Late enough to get most of a token's life, early enough for a second try.
    private const double ShareOfLifeBeforeRenewal = 0.6;

    /// <summary>The token as Extend gave it.</summary>
    public string Value => value;

    /// <summary>When it was received, UTC.</summary>
    public DateTimeOffset IssuedAt => issuedAt;

    /// <summary>When to stop using it, UTC.</summary>
    public DateTimeOffset UsableUntil => usableUntil;

    /// <summary>When to renew it ahead of time, UTC.</summary>
    public DateTimeOffset DueAt => issuedAt + ((usableUntil - issuedAt) * ShareOfLifeBeforeRenewal);

    /// <summary>Whether it may be used at this time. Compared on every use, never left to a store's own expiry.</summary>
    public bool IsUsableAt(DateTimeOffset now) => now < usableUntil;
}
