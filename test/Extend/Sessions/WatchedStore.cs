using Extend.Sessions;

namespace Extend.Tests.Sessions;

/// <summary>A store in memory that tells what it was asked, and can be away.</summary>
internal sealed class WatchedStore : ISessionStore
{
    private readonly MemorySessionStore _kept = new();
    private int _reads;
    private int _leases;

    /// <summary>Whether every question fails.</summary>
    public bool IsAway { get; set; }

    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Gives way once for each read.</summary>
    public SemaphoreSlim Looked { get; } = new(0);

    /// <summary>How often the right to renew was asked for.</summary>
    public int Leases => Volatile.Read(ref _leases);

    /// <summary>Until when the right to renew was last asked for.</summary>
    public DateTimeOffset LeasedUntil { get; private set; }

    /// <summary>Until when the refresh token was last to be kept.</summary>
    public DateTimeOffset KeptUntil { get; private set; }

    /// <summary>When the session was noted as in use.</summary>
    public List<DateTimeOffset> Marks { get; } = [];

    public ValueTask<KeptSession> ReadAsync(string account, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        Looked.Release();
        Fail();
        return _kept.ReadAsync(account, cancellationToken);
    }

    public ValueTask WriteAsync(
        string account, AccessToken accessToken, string? refreshToken, DateTimeOffset refreshUntil, CancellationToken cancellationToken)
    {
        Fail();
        KeptUntil = refreshUntil;
        return _kept.WriteAsync(account, accessToken, refreshToken, refreshUntil, cancellationToken);
    }

    public ValueTask<bool> TryLeaseAsync(string account, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _leases);
        Fail();
        LeasedUntil = until;
        return _kept.TryLeaseAsync(account, owner, now, until, cancellationToken);
    }

    public ValueTask ReleaseAsync(string account, string owner, CancellationToken cancellationToken)
    {
        Fail();
        return _kept.ReleaseAsync(account, owner, cancellationToken);
    }

    public ValueTask MarkUsedAsync(string account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Fail();
        Marks.Add(now);
        return _kept.MarkUsedAsync(account, now, cancellationToken);
    }

    private void Fail()
    {
        if (IsAway)
        {
            throw new SessionStoreException("away");
        }
    }
}
