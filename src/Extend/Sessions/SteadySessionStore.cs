using Microsoft.Extensions.Logging;

namespace Extend.Sessions;

/// <summary>
/// A shared store that this process can do without for a while: what it last saw there it also keeps in memory, and goes on
/// with that when the store cannot be asked.
/// </summary>
/// <param name="shared">The store shared by all processes.</param>
/// <param name="log">Told when the store goes away and comes back.</param>
public sealed partial class SteadySessionStore(ISessionStore shared, ILogger<SteadySessionStore> log) : ISessionStore
{
    private readonly MemorySessionStore _own = new();
    private volatile bool _isAway;

    /// <summary>Whether the shared store did not answer when it was last asked.</summary>
    public bool IsAway => _isAway;

    /// <inheritdoc/>
    public async ValueTask<KeptSession> ReadAsync(string account, CancellationToken cancellationToken) => await TryAsync(
        async () =>
        {
            var session = await shared.ReadAsync(account, cancellationToken);
            if (session.AccessToken is { } accessToken)
            {
                await _own.WriteAsync(account, accessToken, session.RefreshToken, default, cancellationToken);
            }

            return session;
        },
        () => _own.ReadAsync(account, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask WriteAsync(
        string account, AccessToken accessToken, string? refreshToken, DateTimeOffset refreshUntil, CancellationToken cancellationToken)
    {
        await _own.WriteAsync(account, accessToken, refreshToken, refreshUntil, cancellationToken);
        await TryAsync(() => shared.WriteAsync(account, accessToken, refreshToken, refreshUntil, cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryLeaseAsync(string account, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        TryAsync(
            () => shared.TryLeaseAsync(account, owner, now, until, cancellationToken),
            () => _own.TryLeaseAsync(account, owner, now, until, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(string account, string owner, CancellationToken cancellationToken)
    {
        await _own.ReleaseAsync(account, owner, cancellationToken);
        await TryAsync(() => shared.ReleaseAsync(account, owner, cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask MarkUsedAsync(string account, DateTimeOffset now, CancellationToken cancellationToken) =>
        await TryAsync(() => shared.MarkUsedAsync(account, now, cancellationToken));

    private async ValueTask<T> TryAsync<T>(Func<ValueTask<T>> ask, Func<ValueTask<T>> instead)
    {
        try
        {
            var answer = await ask();
            Back();
            return answer;
        }
        catch (SessionStoreException away)
        {
            Away(away);
            return await instead();
        }
    }

    private async ValueTask TryAsync(Func<ValueTask> ask)
    {
        try
        {
            await ask();
            Back();
        }
        catch (SessionStoreException away)
        {
            Away(away);
        }
    }

    private void Away(SessionStoreException fault)
    {
        if (!_isAway)
        {
            _isAway = true;
            LogAway(log, fault);
        }
    }

    private void Back()
    {
        if (_isAway)
        {
            _isAway = false;
            LogBack(log);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The session store cannot be asked; this process goes on with what it has in memory")]
    private static partial void LogAway(ILogger log, Exception fault);

    [LoggerMessage(2, LogLevel.Information, "The session store answers again")]
    private static partial void LogBack(ILogger log);
}
