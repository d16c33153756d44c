using System.Collections.Concurrent;

namespace Extend.Sessions;

/// <summary>Sessions of one process, gone with it.</summary>
public sealed class MemorySessionStore : ISessionStore
{
    private readonly ConcurrentDictionary<string, KeptSession> _sessions = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, (string Owner, DateTimeOffset Until)> _leases = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ValueTask<KeptSession> ReadAsync(string account, CancellationToken cancellationToken) =>
        new(_sessions.GetValueOrDefault(account, KeptSession.None));

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        string account, AccessToken accessToken, string? refreshToken, DateTimeOffset refreshUntil, CancellationToken cancellationToken)
    {
        _sessions.AddOrUpdate(
            account,
            static (_, tokens) => new KeptSession(tokens.accessToken, tokens.refreshToken),
            static (_, kept, tokens) => new KeptSession(tokens.accessToken, tokens.refreshToken, kept.UsedAt),
            (accessToken, refreshToken));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryLeaseAsync(string account, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var held = _leases.AddOrUpdate(
            account,
            static (_, asked) => (asked.owner, asked.until),
            static (_, lease, asked) => lease.Until <= asked.now ? (asked.owner, asked.until) : lease,
            (owner, now, until));
        return new(held.Owner == owner);
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string account, string owner, CancellationToken cancellationToken)
    {
        if (_leases.TryGetValue(account, out var lease) && lease.Owner == owner)
        {
            _leases.TryRemove(KeyValuePair.Create(account, lease));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask MarkUsedAsync(string account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _sessions.AddOrUpdate(
            account,
            static (_, time) => new KeptSession(null, null, time),
            static (_, kept, time) => new KeptSession(kept.AccessToken, kept.RefreshToken, time),
            now);
        return ValueTask.CompletedTask;
    }
}
