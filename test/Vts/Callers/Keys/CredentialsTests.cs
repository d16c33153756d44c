using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers;
using Vts.Callers.Keys;
using Vts.Callers.Rules;

namespace Vts.Tests.Callers.Keys;

public sealed class CredentialsTests : IDisposable
{
    private readonly KeyFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Sample.Now);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_live_key_is_its_caller_with_all_that_it_may_do()
    {
        var record = Sample.Record("a") with { Scopes = Scopes.Cards, Cards = new CardRule { Ids = ["vc_A681POqRINI7goyrCNPff7"] }, Expires = Sample.Now.AddDays(1) };
        await _folder.WriteAsync(record);

        var (caller, refused) = await Credentials().JudgeAsync("a", default);

        Assert.Null(refused);
        Assert.Equal(("ann", "main", record.Id, Scopes.Cards, record.Expires), (caller!.Name, caller.Account, caller.KeyId, caller.Scopes, caller.Ends));
        Assert.Equal(["vc_A681POqRINI7goyrCNPff7"], caller.Cards.Ids!);
    }

    [Fact]
    public async Task A_key_is_valid_from_its_beginning_to_its_end_and_not_a_moment_longer()
    {
        await _folder.WriteAsync(Sample.Record("a") with { NotBefore = Sample.Now.AddSeconds(10), Expires = Sample.Now.AddSeconds(20) });
        var credentials = Credentials();

        var told = new List<RefusalReason?>();
        foreach (var second in new[] { 0, 9.999, 10, 19.999, 20 })
        {
            _time.SetUtcNow(Sample.Now.AddSeconds(second));
            told.Add((await credentials.JudgeAsync("a", default)).Refused?.Reason);
        }

        Assert.Equal([RefusalReason.NotYetValid, RefusalReason.NotYetValid, null, null, RefusalReason.Expired], told);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_with_its_id_for_the_record_and_an_unknown_token_with_none()
    {
        var record = Sample.Record("a") with { Revoked = Sample.Now };
        await _folder.WriteAsync(record);
        var credentials = Credentials();

        Assert.Equal(new RefusedCredential(RefusalReason.Revoked, record.Id), (await credentials.JudgeAsync("a", default)).Refused);
        Assert.Equal(new RefusedCredential(RefusalReason.Unknown, null), (await credentials.JudgeAsync("b", default)).Refused);
    }

    [Fact]
    public async Task A_token_of_the_configuration_is_known_even_while_the_keys_are_away()
    {
        Assert.Equal("configured", (await Credentials().JudgeAsync("known", default)).Caller?.Name);
        await Assert.ThrowsAsync<KeyStoreException>(() => Credentials().JudgeAsync("other", default).AsTask());
    }

    [Fact]
    public async Task The_use_of_a_key_is_told_once_an_hour()
    {
        var record = Sample.Record("a");
        await _folder.WriteAsync(record);
        var store = new CountingStore(_folder.Store);
        var uses = new KeyUses(store, _time, NullLogger<KeyUses>.Instance);
        var credentials = Credentials(uses);

        for (var minute = 0; minute < 121; minute++)
        {
            await credentials.JudgeAsync("a", default);
            await uses.TellAsync(default);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, store.Writes);
        Assert.Equal(Sample.Now.AddHours(2), (await store.ReadUsesAsync(default))[record.Id]);
    }

    [Fact]
    public async Task A_hundred_thousand_keys_are_found_with_no_more_memory_than_ten()
    {
        Assert.Equal(await AllocatedAsync(10), await AllocatedAsync(100_000));

        async Task<long> AllocatedAsync(int keys)
        {
            using var folder = new KeyFolder();
            await folder.WriteAsync([.. Enumerable.Range(0, keys).Select(i => Sample.Record($"key {i}", $"caller {i}"))]);
            var credentials = Credentials(uses: null, folder);
            foreach (var token in new[] { "key 3", "nobody's" })
            {
                await credentials.JudgeAsync(token, default);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                var (caller, _) = await credentials.JudgeAsync(i % 2 == 0 ? "key 3" : "nobody's", default);
                Assert.Equal(i % 2 == 1, caller is null);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private Credentials Credentials(KeyUses? uses = null, KeyFolder? folder = null) => Sample.Credentials((folder ?? _folder).Store, _time, uses);
}
