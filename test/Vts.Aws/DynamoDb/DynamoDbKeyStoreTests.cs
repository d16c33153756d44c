using Amazon.DynamoDBv2.Model;
using Vts.Aws.DynamoDb;
using Vts.Callers;
using Vts.Callers.Keys;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Aws.Tests.DynamoDb;

public sealed class DynamoDbKeyStoreTests(TableFixture table)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    [Fact]
    public async Task A_key_lives_from_its_making_to_its_revocation_as_in_a_file()
    {
        var options = table.NewTable();
        var issuer = new KeyIssuer(table.Keys(options), TimeProvider.System);
        var caller = new Caller("ann", "main")
        {
            Scopes = Scopes.Cards, Cards = new CardRule { Ids = ["vc_A681POqRINI7goyrCNPff7"] }, Fields = new FieldRule { Names = ["last4"] }, Limits = new CallerLimits(1, 2, 3), Ends = Now.AddDays(90),
        };

        var first = await issuer.CreateAsync(caller, notBefore: null, default);
        var second = await issuer.RotateAsync("ann", TimeSpan.FromHours(24), expires: null, default);
        await issuer.RevokeAsync(first.Record.Id, default);

        var read = (await table.Keys(options).ReadAsync(null, default))!;
        Assert.Equal(2, read.Keys.Count);
        var (old, made) = (read.Keys.Single(key => key.Id == first.Record.Id), read.Keys.Single(key => key.Id == second.Record.Id));
        Assert.Equal((KeyState.Revoked, KeyState.Live), (old.StateAt(Now.AddMinutes(1)), made.StateAt(Now.AddMinutes(1))));
        Assert.Equal((first.Record.Id, Scopes.Cards, new CallerLimits(1, 2, 3)), (made.Replaces, made.Scopes, made.Limits));
        Assert.Equal(["vc_A681POqRINI7goyrCNPff7"], made.Cards.Ids!);
        Assert.Equal("3", read.Version);
        Assert.Null(await table.Keys(options).ReadAsync(read.Version, default));
    }

    [Fact]
    public async Task Neither_a_key_nor_anything_that_opens_is_in_the_table()
    {
        var options = table.NewTable();
        var issued = await new KeyIssuer(table.Keys(options), TimeProvider.System).CreateAsync(new Caller("ann", "main"), notBefore: null, default);

        var everything = (await table.Client.ScanAsync(new ScanRequest(options.Table))).Items.SelectMany(item => item.Values).Select(value => value.S ?? value.N);

        Assert.DoesNotContain(issued.Key[4..], string.Join('\n', everything));
    }

    [Fact]
    public async Task Of_many_that_make_keys_at_once_none_loses_one()
    {
        var options = table.NewTable();
        await table.Keys(options).ReadAsync(null, default);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            new KeyIssuer(table.Keys(options), TimeProvider.System).CreateAsync(new Caller($"caller {i}", "main"), notBefore: null, default)));

        Assert.Equal(10, (await table.Keys(options).ReadAsync(null, default))!.Keys.Select(key => key.Name).Distinct().Count());
    }

    [Fact]
    public async Task More_keys_than_one_answer_holds_are_all_read()
    {
        var options = table.NewTable();
        var store = table.Keys(options);
        var wide = new CardRule { Ids = [.. Enumerable.Range(0, 400).Select(i => $"vc_{i:0000000000000000000000}")] };
        for (var i = 0; i < 17; i++)
        {
            var read = (await store.ReadAsync(null, default))!;
            Assert.True(await store.TryWriteAsync(
                [.. Enumerable.Range(0, 9).Select(j => Record($"key {i} {j}") with { Cards = wide })], read.Version, default));
        }

        Assert.Equal(153, (await store.ReadAsync(null, default))!.Keys.Count);
    }

    [Fact]
    public async Task The_last_use_of_a_key_never_goes_back_and_changes_no_version()
    {
        var options = table.NewTable();
        var store = table.Keys(options);
        await store.WriteUsesAsync(new Dictionary<string, DateTimeOffset> { ["a"] = Now, ["b"] = Now }, default);
        await store.WriteUsesAsync(new Dictionary<string, DateTimeOffset> { ["a"] = Now.AddHours(-1), ["b"] = Now.AddHours(1) }, default);

        var uses = await table.Keys(options).ReadUsesAsync(default);

        Assert.Equal((Now, Now.AddHours(1)), (uses["a"], uses["b"]));
        Assert.Equal("0", (await store.ReadAsync(null, default))!.Version);
    }

    [Fact]
    public async Task An_item_that_is_not_a_key_is_a_fault_of_the_store_and_not_one_key_less()
    {
        var options = table.NewTable();
        var store = table.Keys(options);
        Assert.True(await store.TryWriteAsync([Record("a")], "0", default));
        var item = (await table.Client.ScanAsync(new ScanRequest(options.Table))).Items.Single(item => item["sk"].S.StartsWith("key#", StringComparison.Ordinal));
        item["record"] = new AttributeValue("""{"canary":1}""");
        await table.Client.PutItemAsync(options.Table, item);

        var fault = await Assert.ThrowsAsync<KeyStoreException>(() => store.ReadAsync(null, default).AsTask());

        Assert.DoesNotContain("canary", fault.ToString());
    }

    [Fact]
    public async Task A_table_that_cannot_be_asked_is_a_fault_that_may_pass()
    {
        using var nobody = TableFixture.Nobody();
        using var away = new AccountTable(nobody, Microsoft.Extensions.Options.Options.Create(table.NewTable()), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<KeyStoreException>(() => new DynamoDbKeyStore(away).ReadAsync(null, default).AsTask());

        Assert.True(fault.MayPass);
    }

    private static KeyRecord Record(string key) => new()
    {
        Id = ApiKey.NewId(), Name = "ann", Account = "main", Sha256 = KnownCallers.Hash(key),
        Scopes = Scopes.All, Cards = CardRule.All, Fields = FieldRule.All, Created = Now,
    };
}
