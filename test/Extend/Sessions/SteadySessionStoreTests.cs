using Extend.Sessions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Extend.Tests.Sessions;

public sealed class SteadySessionStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly AccessToken Token = new("t", Now, Now.AddMinutes(9));

    private readonly WatchedStore _shared = new();
    private readonly FakeLogger<SteadySessionStore> _log = new();
    private readonly SteadySessionStore _store;

    public SteadySessionStoreTests() => _store = new(_shared, _log);

    [Fact]
    public async Task While_the_shared_store_answers_it_is_the_one_that_counts()
    {
        await _store.WriteAsync("a", Token, "r", Now.AddDays(1), default);
        await _store.MarkUsedAsync("a", Now, default);

        var shared = await _shared.ReadAsync("a", default);
        Assert.Equal((Token, "r", Now), (shared.AccessToken, shared.RefreshToken, shared.UsedAt));
        Assert.Equal(Now.AddDays(1), _shared.KeptUntil);
        Assert.Equal(Token, (await _store.ReadAsync("a", default)).AccessToken);
        Assert.True(await _store.TryLeaseAsync("a", "me", Now, Now.AddSeconds(10), default));
        Assert.False(await _shared.TryLeaseAsync("a", "other", Now, Now.AddSeconds(10), default));
        await _store.ReleaseAsync("a", "me", default);
        Assert.True(await _shared.TryLeaseAsync("a", "other", Now, Now.AddSeconds(10), default));
        Assert.False(_store.IsAway);
        Assert.Empty(_log.Collector.GetSnapshot());
    }

    [Fact]
    public async Task While_it_is_away_this_process_goes_on_with_what_it_wrote_itself()
    {
        _shared.IsAway = true;
        await _store.WriteAsync("a", Token, "r", Now.AddDays(1), default);
        await _store.MarkUsedAsync("a", Now, default);

        Assert.Equal((Token, "r"), await ReadAsync());
        Assert.True(await _store.TryLeaseAsync("a", "me", Now, Now.AddSeconds(10), default));
        Assert.False(await _store.TryLeaseAsync("a", "other", Now, Now.AddSeconds(10), default));
        await _store.ReleaseAsync("a", "me", default);
        Assert.True(await _store.TryLeaseAsync("a", "other", Now, Now.AddSeconds(10), default));
    }

    [Fact]
    public async Task While_it_is_away_this_process_goes_on_with_what_it_last_saw_there()
    {
        await _shared.WriteAsync("a", Token, "r", Now.AddDays(1), default);
        Assert.Equal((Token, "r"), await ReadAsync());
        _shared.IsAway = true;

        Assert.Equal((Token, "r"), await ReadAsync());
    }

    [Fact]
    public async Task That_it_is_away_and_that_it_is_back_are_told_once_each()
    {
        _shared.IsAway = true;
        await _store.ReadAsync("a", default);
        Assert.True(_store.IsAway);
        await _store.MarkUsedAsync("a", Now, default);
        Assert.Equal([LogLevel.Error], Levels());

        _shared.IsAway = false;
        await _store.MarkUsedAsync("a", Now, default);
        Assert.False(_store.IsAway);
        await _store.ReadAsync("a", default);
        Assert.Equal([LogLevel.Error, LogLevel.Information], Levels());

        _shared.IsAway = true;
        await _store.MarkUsedAsync("a", Now, default);
        Assert.True(_store.IsAway);
        _shared.IsAway = false;
        await _store.ReadAsync("a", default);
        Assert.False(_store.IsAway);
        Assert.Equal([LogLevel.Error, LogLevel.Information, LogLevel.Error, LogLevel.Information], Levels());
    }

    private async Task<(AccessToken?, string?)> ReadAsync() => await _store.ReadAsync("a", default) is var kept ? (kept.AccessToken, kept.RefreshToken) : default;

    private LogLevel[] Levels() => [.. _log.Collector.GetSnapshot().Select(line => line.Level)];
}
