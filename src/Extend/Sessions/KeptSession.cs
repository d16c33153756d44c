namespace Extend.Sessions;

/// <summary>What a store keeps of an account's session. A class rather than a record, so that no text of it ever holds a token.</summary>
/// <param name="accessToken">The access token, whether or not it is still usable; null if none is kept.</param>
/// <param name="refreshToken">The refresh token; null if none is kept.</param>
/// <param name="usedAt">When the session was last noted as in use, UTC; null if it never was.</param>
public sealed class KeptSession(AccessToken? accessToken, string? refreshToken, DateTimeOffset? usedAt = null)
{
    /// <summary>Nothing kept.</summary>
    public static KeptSession None { get; } = new(null, null);

    /// <summary>The access token, whether or not it is still usable; null if none is kept.</summary>
    public AccessToken? AccessToken => accessToken;

    /// <summary>The refresh token; null if none is kept.</summary>
    public string? RefreshToken => refreshToken;

    /// <summary>When the session was last noted as in use, UTC; null if it never was.</summary>
    public DateTimeOffset? UsedAt => usedAt;
}
