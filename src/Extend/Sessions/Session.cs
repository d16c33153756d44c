using System.Net.Http.Headers;
using Extend.Accounts;
using Extend.Connections;

namespace Extend.Sessions;

/// <summary>
/// The older door: one account's session as this process holds it. However many requests find it missing or refused, one
/// obtains the next; none of them waits while the token in hand is usable.
/// </summary>
internal sealed class Session(
    string account, SessionRenewal renewal, ISessionStore store, SessionOptions options, TimeProvider time, ExtendMetrics metrics, Random jitter,
    Action tokenChanged) : IAuthorizer
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenMarks = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private AccessToken? _token;
    private Task<AccessToken>? _obtaining;
    private long _usedAtTicks;
    private DateTimeOffset _markedAt;

    public async ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Volatile.Write(ref _usedAtTicks, now.UtcTicks);
        var held = Volatile.Read(ref _token);
        var token = held?.IsUsableAt(now) == true ? held : await ReplaceAsync(held, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
    }

    public async ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken)
    {
        var held = Volatile.Read(ref _token);
        var refusedToken = refused.Headers.Authorization?.Parameter;
        if (held is null || held.Value == refusedToken)
        {
            await ReplaceAsync(held, cancellationToken);
        }

        return true;
    }

    /// <summary>Renews the session ahead of its end if it is in use and due; when to ask again.</summary>
    public async Task<TimeSpan> KeepAsync(CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync(account, cancellationToken);
        await MarkUseAsync(cancellationToken);
        var now = time.GetUtcNow();
        var usedAt = kept.UsedAt > UsedAt ? kept.UsedAt.Value : UsedAt;
        if (now - usedAt >= options.UsedWithin || kept is { AccessToken: null, RefreshToken: null })
        {
            return Idle;
        }

        var token = kept.AccessToken;
        if (token is not null)
        {
            // The fleet's token may be newer than ours.
            Take(token);
        }

        if (token is null || now >= token.DueAt)
        {
            token = await ReplaceAsync(token, cancellationToken);
        }

        // Processes that started together should not ask together.
        var wait = (token.DueAt - time.GetUtcNow()) + ((token.UsableUntil - token.DueAt) * (0.3 * jitter.NextDouble()));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Idle ? wait : Idle;
    }

    /// <summary>Takes the fleet's token, so that the first request need not read the store.</summary>
    public async Task RecallAsync(CancellationToken cancellationToken)
    {
        var kept = await store.ReadAsync(account, cancellationToken);
        _markedAt = kept.UsedAt ?? _markedAt;
        if (kept.AccessToken is { } token)
        {
            Take(token);
        }
    }

    /// <summary>Tells the store that this process uses the session, where that was not told of late.</summary>
    public async Task MarkUseAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - UsedAt < options.UsedWithin && now - _markedAt > BetweenMarks)
        {
            _markedAt = now;
            await store.MarkUsedAsync(account, now, cancellationToken);
        }
    }

    private DateTimeOffset UsedAt => new(Volatile.Read(ref _usedAtTicks), TimeSpan.Zero);

    private async Task<AccessToken> ReplaceAsync(AccessToken? stale, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            return await Obtaining(stale).WaitAsync(cancellationToken);
        }
        finally
        {
            metrics.SessionWaited(account, time.GetElapsedTime(started));
        }
    }

    private Task<AccessToken> Obtaining(AccessToken? stale)
    {
        lock (_gate)
        {
            // Not the first caller's to cancel: the others wait for it too. The lease bounds it.
            return _token is { } held && IsBetter(held, stale)
                ? Task.FromResult(held)
                : _obtaining ??= Task.Run(() => ObtainAsync(stale, CancellationToken.None));
        }
    }

    private async Task<AccessToken> ObtainAsync(AccessToken? stale, CancellationToken cancellationToken)
    {
        try
        {
            return Take(await renewal.ObtainAsync(token => IsBetter(token, stale), cancellationToken));
        }
        finally
        {
            lock (_gate)
            {
                _obtaining = null;
            }
        }
    }

    private bool IsBetter(AccessToken token, AccessToken? stale) =>
        token.IsUsableAt(time.GetUtcNow()) && (stale is null || (token.Value != stale.Value && token.IssuedAt >= stale.IssuedAt));

    private AccessToken Take(AccessToken token)
    {
        lock (_gate)
        {
            if (_token is { } held && (held.Value == token.Value || held.IssuedAt > token.IssuedAt))
            {
                return held;
            }

            _token = token;
        }

        tokenChanged();
        return token;
    }
}
