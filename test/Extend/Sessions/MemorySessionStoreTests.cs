using Extend.Sessions;

namespace Extend.Tests.Sessions;

public sealed class MemorySessionStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly MemorySessionStore _store = new();

    [Fact]
    public async Task The_right_to_renew_is_one_owners_until_its_end()
    {
        Assert.True(await LeaseAsync("one", Now));
        Assert.False(await LeaseAsync("other", Now));
        Assert.False(await LeaseAsync("other", Now.AddSeconds(10).AddTicks(-1)));
        Assert.True(await LeaseAsync("other", Now.AddSeconds(10)));
        Assert.False(await LeaseAsync("one", Now.AddSeconds(10)));
    }

    [Fact]
    public async Task What_is_given_back_is_anybodys_at_once_and_nobody_gives_back_anothers()
    {
        Assert.True(await LeaseAsync("one", Now));
        await _store.ReleaseAsync("a", "other", default);
        Assert.False(await LeaseAsync("other", Now));

        await _store.ReleaseAsync("A", "one", default);

        Assert.True(await LeaseAsync("other", Now));
        await _store.ReleaseAsync("b", "other", default);
    }

    [Fact]
    public async Task A_note_of_use_and_the_tokens_leave_each_other_alone()
    {
        var token = new AccessToken("t", Now, Now.AddMinutes(9));
        await _store.MarkUsedAsync("a", Now, default);
        await _store.WriteAsync("a", token, "r", Now.AddDays(1), default);
        await _store.MarkUsedAsync("A", Now.AddSeconds(1), default);

        var kept = await _store.ReadAsync("a", default);

        Assert.Equal((token, "r", Now.AddSeconds(1)), (kept.AccessToken, kept.RefreshToken, kept.UsedAt));
        Assert.Same(KeptSession.None, await _store.ReadAsync("b", default));
    }

    private ValueTask<bool> LeaseAsync(string owner, DateTimeOffset now) => _store.TryLeaseAsync("a", owner, now, now.AddSeconds(10), default);
}
