using Microsoft.Extensions.Time.Testing;
using Vts.Callers;
using Vts.Callers.Keys;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Tests.Callers.Keys;

public sealed class KeyIssuerTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly KeyFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(Sample.Now.AddMilliseconds(300));
    private readonly KeyIssuer _issuer;

    public KeyIssuerTests() => _issuer = new KeyIssuer(_folder.Store, _clock);

    private static Caller Ann => new("ann", "main");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_is_stored_with_all_that_its_caller_may_do_and_without_the_key()
    {
        var caller = Ann with
        {
            Scopes = Scopes.Cards, Cards = new CardRule { Statuses = ["ACTIVE"] }, Fields = new FieldRule { Names = ["last4"] },
            Limits = new CallerLimits(1, 2, 3), Ends = Sample.Now + Day,
        };

        var issued = await _issuer.CreateAsync(caller, Sample.Now.AddHours(1), default);

        var stored = Assert.Single(await KeysAsync());
        Assert.Equal(issued.Record, stored);
        Assert.Equal(TokenHash.Of(issued.Key).ToString(), stored.Sha256);
        Assert.Equal(("ann", "main", Scopes.Cards, caller.Cards, caller.Fields, caller.Limits), (stored.Name, stored.Account, stored.Scopes, stored.Cards, stored.Fields, stored.Limits));
        Assert.Equal((Sample.Now, Sample.Now.AddHours(1), Sample.Now + Day), (stored.Created, stored.NotBefore, stored.Expires));
        Assert.DoesNotContain(issued.Key, await File.ReadAllTextAsync(_folder.Path));
    }

    [Fact]
    public async Task A_caller_has_one_key_and_another_only_once_that_is_dead()
    {
        var first = await _issuer.CreateAsync(Ann, null, default);

        Assert.Contains($"'keys rotate {first.Record.Id}'", await RefusalAsync(_issuer.CreateAsync(Ann, null, default)));
        await _issuer.RevokeAsync("ann", default);
        await _issuer.CreateAsync(Ann, Sample.Now + Day, default);
        Assert.Contains("has the key", await RefusalAsync(_issuer.CreateAsync(Ann, null, default)));
        await _issuer.CreateAsync(Ann with { Name = "bob" }, null, default);

        Assert.Equal(["ann", "ann", "bob"], (await KeysAsync()).Select(key => key.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_does_not_end_before_it_is_made()
    {
        Assert.Contains("would have ended", await RefusalAsync(_issuer.CreateAsync(Ann with { Ends = _clock.GetUtcNow() }, null, default)));
        await _issuer.CreateAsync(Ann with { Ends = _clock.GetUtcNow() + Day }, null, default);
        Assert.Contains("would have ended", await RefusalAsync(_issuer.RotateAsync("ann", Day, _clock.GetUtcNow(), default)));
    }

    [Fact]
    public async Task A_key_that_is_not_right_is_not_stored_and_it_is_said_why() =>
        Assert.Equal("The key was not stored: name must not be - nor begin like a key or a key's id.", await RefusalAsync(_issuer.CreateAsync(Ann with { Name = "-" }, null, default)));

    [Fact]
    public async Task A_replaced_key_ends_after_the_grace_and_the_new_one_lives_as_long_as_the_old_one_was_made_for()
    {
        var old = await _issuer.CreateAsync(Ann with { Ends = Sample.Now + (30 * Day) }, null, default);
        _clock.Advance(10 * Day);

        var issued = await _issuer.RotateAsync("ann", Day, null, default);

        Assert.NotEqual((old.Key, old.Record.Id), (issued.Key, issued.Record.Id));
        Assert.Equal((old.Record.Id, Sample.Now + (10 * Day), Sample.Now + (40 * Day)), (issued.Record.Replaces, issued.Record.Created, issued.Record.Expires));
        Assert.Equal(Sample.Now + (11 * Day), (await _issuer.FindAsync(old.Record.Id, default)).Expires);
        Assert.Equal(TokenHash.Of(issued.Key).ToString(), (await _issuer.FindAsync(issued.Record.Id, default)).Sha256);
    }

    [Fact]
    public async Task A_replaced_key_never_lives_longer_for_being_replaced()
    {
        var old = await _issuer.CreateAsync(Ann with { Ends = Sample.Now.AddHours(2) }, null, default);

        await _issuer.RotateAsync("ann", Day, null, default);

        Assert.Equal(Sample.Now.AddHours(2), (await _issuer.FindAsync(old.Record.Id, default)).Expires);
    }

    [Fact]
    public async Task A_key_without_an_end_is_replaced_by_one_without_an_end_and_by_one_with_it_where_that_is_wanted()
    {
        var first = await _issuer.CreateAsync(Ann, null, default);
        var second = await _issuer.RotateAsync(first.Record.Id, TimeSpan.Zero, null, default);
        var third = await _issuer.RotateAsync("ann", TimeSpan.Zero, Sample.Now + (5 * Day), default);

        Assert.Null(second.Record.Expires);
        Assert.Equal(Sample.Now + (5 * Day), third.Record.Expires);
        Assert.Equal(second.Record.Id, third.Record.Replaces);
    }

    [Fact]
    public async Task A_key_made_for_nearly_all_time_is_replaced_by_one_that_ends_with_it()
    {
        var end = DateTimeOffset.MaxValue.AddSeconds(-1);
        await _issuer.CreateAsync(Ann with { Ends = new DateTimeOffset(end.Year, end.Month, end.Day, 0, 0, 0, TimeSpan.Zero) }, null, default);
        _clock.Advance(10 * Day);

        Assert.Equal(9999, (await _issuer.RotateAsync("ann", Day, null, default)).Record.Expires!.Value.Year);
    }

    [Fact]
    public async Task What_replaces_a_key_that_was_replaced_before_lives_as_long_as_that_one_was_made_for()
    {
        var old = await _issuer.CreateAsync(Ann with { Ends = Sample.Now + (30 * Day) }, null, default);
        var first = await _issuer.RotateAsync("ann", 20 * Day, null, default);
        await _issuer.RevokeAsync(first.Record.Id, default);

        var second = await _issuer.RotateAsync(old.Record.Id, Day, null, default);

        Assert.Equal(Sample.Now + (30 * Day), second.Record.Expires);
    }

    [Fact]
    public async Task A_key_is_not_replaced_twice_at_once()
    {
        var old = await _issuer.CreateAsync(Ann, null, default);
        await _issuer.CreateAsync(Ann with { Name = "bob" }, null, default);
        var issued = await _issuer.RotateAsync("ann", Day, null, default);

        Assert.Equal(
            $"{old.Record.Id} is being replaced by {issued.Record.Id} already: rotate that one, or revoke it first.",
            await RefusalAsync(_issuer.RotateAsync(old.Record.Id, Day, null, default)));
    }

    [Fact]
    public async Task Only_a_live_key_is_replaced()
    {
        var revoked = await _issuer.CreateAsync(Ann, null, default);
        await _issuer.RevokeAsync("ann", default);
        var early = await _issuer.CreateAsync(Ann, Sample.Now + Day, default);
        var expired = await _issuer.CreateAsync(Ann with { Name = "bob", Ends = Sample.Now.AddHours(1) }, null, default);
        _clock.Advance(TimeSpan.FromHours(2));

        foreach (var (record, state) in new[] { (revoked.Record, "revoked"), (early.Record, "not yet valid"), (expired.Record, "expired") })
        {
            Assert.Equal(
                $"{record.Id} is {state} and cannot be replaced: make a new key with 'keys create'.",
                await RefusalAsync(_issuer.RotateAsync(record.Id, Day, null, default)));
        }

        Assert.Equal("live", KeyStates.Name(KeyState.Live));
    }

    [Fact]
    public async Task A_key_is_taken_back_once()
    {
        var issued = await _issuer.CreateAsync(Ann, null, default);
        _clock.Advance(Day);

        Assert.Equal(Sample.Now + Day, (await _issuer.RevokeAsync("ann", default)).Revoked);
        Assert.Equal(Sample.Now + Day, Assert.Single(await KeysAsync()).Revoked);
        Assert.Equal($"{issued.Record.Id} was revoked already.", await RefusalAsync(_issuer.RevokeAsync("ann", default)));
    }

    [Fact]
    public async Task A_key_is_found_by_its_id_or_by_its_callers_name_where_that_is_one()
    {
        var first = await _issuer.CreateAsync(Ann, null, default);
        await _issuer.CreateAsync(Ann with { Name = "bob" }, null, default);
        Assert.Equal(first.Record, await _issuer.FindAsync("ann", default));
        Assert.Equal(first.Record, await _issuer.FindAsync(first.Record.Id, default));
        var second = await _issuer.RotateAsync("ann", Day, null, default);

        Assert.StartsWith("ann has more than one key: ", await RefusalAsync(_issuer.FindAsync("ann", default)), StringComparison.Ordinal);
        await _issuer.RevokeAsync(first.Record.Id, default);
        Assert.Equal(second.Record, await _issuer.FindAsync("ann", default));
        await _issuer.RevokeAsync(second.Record.Id, default);
        Assert.StartsWith("ann has more than one key: ", await RefusalAsync(_issuer.FindAsync("ann", default)), StringComparison.Ordinal);
        Assert.StartsWith("There is no key 'eve'; ", await RefusalAsync(_issuer.FindAsync("eve", default)), StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(Task task) => (await Assert.ThrowsAsync<InvalidOperationException>(() => task)).Message;

    private async Task<IReadOnlyList<KeyRecord>> KeysAsync() => (await _folder.Store.ReadAsync(null, default))!.Keys;
}
