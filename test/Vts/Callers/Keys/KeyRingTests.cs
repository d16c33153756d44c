using Extend;
using Extend.Accounts;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers.Keys;

namespace Vts.Tests.Callers.Keys;

public sealed class KeyRingTests : IDisposable
{
    private readonly KeyFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Sample.Now);
    private readonly FakeLogger<KeyRing> _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_revoked_key_is_known_as_such_within_ten_seconds_however_it_is_asked_for()
    {
        var record = Sample.Record("a");
        await _folder.WriteAsync(record);
        foreach (var pause in new[] { 0.1, 1, 3, 7, 9 })
        {
            var ring = Ring();
            Assert.Equal(KeyState.Live, await StateAsync(ring, "a"));
            await _folder.WriteAsync(record with { Revoked = Sample.Now });
            var (since, lastLive) = (_time.GetUtcNow(), _time.GetUtcNow());
            while (await StateAsync(ring, "a") is KeyState.Live)
            {
                lastLive = _time.GetUtcNow();
                await ring.SettleAsync(default);
                _time.Advance(TimeSpan.FromSeconds(pause));
            }

            Assert.InRange(lastLive - since, TimeSpan.Zero, TimeSpan.FromSeconds(8));
            await _folder.WriteAsync(record);
        }
    }

    [Fact]
    public async Task A_new_key_is_known_after_two_seconds()
    {
        await _folder.WriteAsync();
        var ring = Ring();
        Assert.Null(await StateAsync(ring, "a"));
        await _folder.WriteAsync(Sample.Record("a"));

        _time.Advance(TimeSpan.FromSeconds(2));
        await StateAsync(ring, "a");
        await ring.SettleAsync(default);

        Assert.Equal(KeyState.Live, await StateAsync(ring, "a"));
    }

    [Theory]
    [InlineData("""{"version":1,"keys":[{"id":"key_""")]
    [InlineData("canary, not JSON at all")]
    [InlineData(null)]
    public async Task While_the_file_is_wrong_the_last_good_reading_is_in_force_and_the_ring_says_so(string? content)
    {
        await _folder.WriteAsync(Sample.Record("a"));
        var ring = Ring();
        Assert.Equal((KeyState.Live, KeyRingState.Ready), (await StateAsync(ring, "a"), ring.State));
        var good = await File.ReadAllTextAsync(_folder.Path);
        if (content is null)
        {
            File.Delete(_folder.Path);
        }
        else
        {
            await File.WriteAllTextAsync(_folder.Path, content);
        }

        for (var i = 0; i < 100; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(9));
            Assert.Equal((KeyState.Live, KeyRingState.Stale), (await StateAsync(ring, "a"), ring.State));
            await ring.SettleAsync(default);
        }

        // Told once, by its place.
        var told = Assert.Single(_log.Collector.GetSnapshot());
        Assert.Contains(_folder.Path, told.Message);
        Assert.DoesNotContain("canary", told.Message);

        await File.WriteAllTextAsync(_folder.Path, good.Replace("\"keys\": [", "\"keys\":  ["));
        _time.Advance(TimeSpan.FromSeconds(9));
        await StateAsync(ring, "a");
        Assert.Equal(KeyRingState.Ready, ring.State);
    }

    [Fact]
    public async Task A_store_that_was_never_read_is_a_fault_and_not_an_unknown_key()
    {
        var ring = Ring();

        await Assert.ThrowsAsync<KeyStoreException>(() => StateAsync(ring, "a"));
        Assert.Equal(KeyRingState.Away, ring.State);

        await _folder.WriteAsync(Sample.Record("a"));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(KeyState.Live, await StateAsync(ring, "a"));
    }

    [Fact]
    public async Task A_million_unknown_tokens_cost_one_reading_and_no_memory()
    {
        await _folder.WriteAsync(Sample.Record("a"));
        var store = new CountingStore(_folder.Store);
        var ring = Ring(store);
        await StateAsync(ring, "a");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var hash = TokenHash.Of("b");
        for (var i = 0; i < 1_000_000; i++)
        {
            ((Span<byte>)hash)[i % 32]++;
            if ((await ring.ReadAsync(default)).TryFind(hash, out _))
            {
                Assert.Fail("A token that nobody has was found.");
            }
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(1, store.Reads);
        Assert.InRange(allocated, 0, 1000);
    }

    [Fact]
    public async Task A_store_that_blocks_its_thread_is_asked_once_leaves_the_last_reading_in_force_and_is_read_again_when_it_is_mended()
    {
        await _folder.WriteAsync(Sample.Record("a"));
        var store = new CountingStore(_folder.Store);
        var ring = Ring(store);
        await StateAsync(ring, "a");
        using var blocked = new ManualResetEventSlim();
        store.Blocked = blocked;

        for (var i = 0; i < 5; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(9));
            var state = StateAsync(ring, "a");
            if (i is 0)
            {
                await store.HangingAsync();
            }

            await AdvanceUntilAsync(state);
            Assert.Equal((KeyState.Live, KeyRingState.Stale), (await state, ring.State));
            await AdvanceUntilAsync(ring.SettleAsync(default));
        }

        Assert.Equal(2, store.Reads);
        store.Blocked = null;
        blocked.Set();
        while (ring.State is not KeyRingState.Ready)
        {
            _time.Advance(TimeSpan.FromSeconds(9));
            await AdvanceUntilAsync(StateAsync(ring, "a"));
        }
    }

    [Fact]
    public async Task A_store_that_hangs_holds_a_request_for_two_seconds_once_and_then_nobody()
    {
        await _folder.WriteAsync(Sample.Record("a"));
        var store = new CountingStore(_folder.Store);
        var ring = Ring(store);
        await StateAsync(ring, "a");
        store.Hangs = true;

        _time.Advance(TimeSpan.FromSeconds(9));
        var first = StateAsync(ring, "a");
        await store.HangingAsync();
        Assert.False(first.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(KeyState.Live, await first);
        Assert.Equal(KeyRingState.Stale, ring.State);

        for (var i = 0; i < 20; i++)
        {
            var reading = ring.ReadAsync(default);
            Assert.True(reading.IsCompletedSuccessfully);
            await reading;
            await store.HangingAsync();
            _time.Advance(TimeSpan.FromSeconds(2));
            await ring.SettleAsync(default);
        }
    }

    [Fact]
    public async Task A_clock_that_was_put_back_does_not_make_an_old_reading_new()
    {
        var record = Sample.Record("a");
        await _folder.WriteAsync(record);
        var time = new MovedClock(_time);
        var ring = new KeyRing(_folder.Store, Options.Create(Accounts), time, _log);
        await StateAsync(ring, "a");
        await _folder.WriteAsync(record with { Revoked = Sample.Now });

        time.Shift = TimeSpan.FromHours(-1);
        Assert.Equal(KeyState.Revoked, await StateAsync(ring, "a"));
    }

    [Fact]
    public async Task A_key_for_an_account_that_is_not_configured_opens_nothing_and_is_told()
    {
        var record = Sample.Record("a", account: "elsewhere");
        await _folder.WriteAsync(record);

        Assert.Null(await StateAsync(Ring(), "a"));
        Assert.Contains(record.Id, Assert.Single(_log.Collector.GetSnapshot()).Message);
    }

    private static ExtendOptions Accounts => new() { Accounts = { ["main"] = new AccountOptions { BearerToken = "x" } } };

    private KeyRing Ring(IKeyStore? store = null) => new(store ?? _folder.Store, Options.Create(Accounts), _time, _log);

    // The ring's patience begins on a thread of its own.
    private async Task AdvanceUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
    }

    private async Task<KeyState?> StateAsync(KeyRing ring, string token) =>
        (await ring.ReadAsync(default)).TryFind(TokenHash.Of(token), out var credential) ? credential.StateAt(_time.GetUtcNow()) : null;

    private sealed class MovedClock(TimeProvider inner) : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Shift;
    }
}
