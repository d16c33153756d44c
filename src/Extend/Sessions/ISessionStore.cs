namespace Extend.Sessions;

/// <summary>
/// Where sessions are kept for every process that uses the same accounts: in one process's memory, or in a shared table.
/// Every method may throw <see cref="SessionStoreException"/>.
/// </summary>
public interface ISessionStore
{
    /// <summary>What is kept of the account's session.</summary>
    ValueTask<KeptSession> ReadAsync(string account, CancellationToken cancellationToken);

    /// <summary>Keeps a new session: both tokens or neither.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="accessToken">Kept until it is no longer usable.</param>
    /// <param name="refreshToken">Null if Extend gave none; a kept one is then removed.</param>
    /// <param name="refreshUntil">How long to keep the refresh token, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask WriteAsync(string account, AccessToken accessToken, string? refreshToken, DateTimeOffset refreshUntil, CancellationToken cancellationToken);

    /// <summary>Takes the right to renew the account's session, if nobody else holds it at this time.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="owner">Who takes it: a name that no other taker has.</param>
    /// <param name="now">The present time, UTC.</param>
    /// <param name="until">When it falls to whoever asks next, UTC, should the owner have died.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> TryLeaseAsync(string account, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives the right to renew back, if this owner still holds it.</summary>
    ValueTask ReleaseAsync(string account, string owner, CancellationToken cancellationToken);

    /// <summary>Notes that the account's session is in use, so that it is worth renewing ahead of time.</summary>
    ValueTask MarkUsedAsync(string account, DateTimeOffset now, CancellationToken cancellationToken);
}
