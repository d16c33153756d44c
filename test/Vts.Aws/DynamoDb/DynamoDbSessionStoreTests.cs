using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Extend.Sessions;
using Vts.Aws.DynamoDb;

namespace Vts.Aws.Tests.DynamoDb;

public sealed class DynamoDbSessionStoreTests(TableFixture table)
{
    // The real time: DynamoDB Local deletes what has expired within a second.
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
    private static readonly DateTimeOffset Sampled = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_session_is_read_as_it_was_written_by_another_process()
    {
        var options = table.NewTable();
        await table.Sessions(options).WriteAsync("main", Token("a"), "r", Now.AddHours(24), default);

        var kept = await table.Sessions(options).ReadAsync("main", default);

        Assert.Equal(("a", "r"), (kept.AccessToken!.Value, kept.RefreshToken));
        Assert.Equal((Now, Now.AddMinutes(9)), (kept.AccessToken.IssuedAt, kept.AccessToken.UsableUntil));
        Assert.Null((await table.Sessions(options).ReadAsync("other", default)).AccessToken);
    }

    [Fact]
    public async Task A_session_without_a_refresh_token_removes_the_kept_one()
    {
        var store = table.Sessions(table.NewTable());
        await store.WriteAsync("main", Token("a"), "r", Now.AddHours(24), default);
        await store.WriteAsync("main", Token("b"), null, Now.AddHours(24), default);

        var kept = await store.ReadAsync("main", default);

        Assert.Equal(("b", null), (kept.AccessToken!.Value, kept.RefreshToken));
    }

    [Fact]
    public async Task Nothing_in_the_table_holds_a_token_in_the_clear()
    {
        var options = table.NewTable();
        await table.Sessions(options).WriteAsync("main", Token("canary-access"), "canary-refresh", Now.AddHours(24), default);

        var items = (await table.Client.ScanAsync(new ScanRequest(options.Table))).Items;

        Assert.Equal(2, items.Count);
        foreach (var item in items)
        {
            Assert.DoesNotContain("canary", Document.FromAttributeMap(item).ToJson());
            Assert.DoesNotContain("canary", System.Text.Encoding.UTF8.GetString(item["token"].B.ToArray()));
        }
    }

    [Fact]
    public async Task Items_end_with_the_token_and_the_refresh_token_a_day_later()
    {
        var options = table.NewTable();
        await table.Sessions(options).WriteAsync("main", Token("a"), "r", Now.AddHours(24), default);

        var items = (await table.Client.ScanAsync(new ScanRequest(options.Table))).Items.ToDictionary(item => item["sk"].S, item => long.Parse(item["expiresAt"].N));
        var ttl = await table.Client.DescribeTimeToLiveAsync(options.Table);

        Assert.Equal(Now.AddMinutes(9).ToUnixTimeSeconds(), items["session#access"]);
        Assert.Equal(Now.AddHours(24).ToUnixTimeSeconds(), items["session#refresh"]);
        Assert.Equal("expiresAt", ttl.TimeToLiveDescription.AttributeName);
    }

    [Fact]
    public async Task A_key_that_rotates_reads_what_the_previous_one_wrote_and_a_stranger_reads_nothing()
    {
        var options = table.NewTable();
        await table.Sessions(options).WriteAsync("main", Token("a"), "r", Now.AddHours(24), default);
        var rotated = new SessionStoreOptions { Store = options.Store, Table = options.Table, EncryptionKey = Convert.ToBase64String(new byte[32]), PreviousEncryptionKeys = { TableFixture.Key } };
        var stranger = new SessionStoreOptions { Store = options.Store, Table = options.Table, EncryptionKey = Convert.ToBase64String(new byte[32]) };

        Assert.Equal("a", (await table.Sessions(rotated).ReadAsync("main", default)).AccessToken?.Value);
        Assert.Null((await table.Sessions(stranger).ReadAsync("main", default)).AccessToken);
    }

    [Fact]
    public async Task An_item_passed_off_as_anothers_is_not_read()
    {
        var options = table.NewTable();
        var store = table.Sessions(options);
        await store.WriteAsync("main", Token("a"), "r", Now.AddHours(24), default);
        foreach (var item in (await table.Client.ScanAsync(new ScanRequest(options.Table))).Items)
        {
            item["pk"] = new AttributeValue("account#other");
            await table.Client.PutItemAsync(options.Table, item);
        }

        var kept = await store.ReadAsync("other", default);

        Assert.Null(kept.AccessToken);
        Assert.Null(kept.RefreshToken);
    }

    [Fact]
    public async Task A_lease_has_one_owner_until_it_is_given_back_or_ends()
    {
        var options = table.NewTable();
        var (one, two) = (table.Sessions(options), table.Sessions(options));

        Assert.True(await one.TryLeaseAsync("main", "one", Now, Now.AddSeconds(10), default));
        Assert.False(await two.TryLeaseAsync("main", "two", Now.AddSeconds(9), Now.AddSeconds(19), default));
        await two.ReleaseAsync("main", "two", default);
        Assert.False(await two.TryLeaseAsync("main", "two", Now.AddSeconds(9), Now.AddSeconds(19), default));
        Assert.True(await two.TryLeaseAsync("main", "two", Now.AddSeconds(10), Now.AddSeconds(20), default));
        await two.ReleaseAsync("main", "two", default);
        Assert.True(await one.TryLeaseAsync("main", "one", Now.AddSeconds(10), Now.AddSeconds(20), default));
    }

    [Fact]
    public async Task Of_fifty_that_ask_at_once_one_gets_the_lease()
    {
        var options = table.NewTable();
        var store = table.Sessions(options);
        await store.ReadAsync("main", default);

        var got = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => store.TryLeaseAsync("main", $"{i}", Now, Now.AddSeconds(10), default).AsTask()));

        Assert.Equal(1, got.Count(won => won));
    }

    [Fact]
    public async Task Every_shape_of_item_ever_written_is_still_read()
    {
        foreach (var sample in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "session-v*.json").Order())
        {
            var options = table.NewTable();
            var store = table.Sessions(options);
            await store.ReadAsync("main", default);
            foreach (var item in Document.FromJsonArray(await File.ReadAllTextAsync(sample)))
            {
                var attributes = item.ToAttributeMap();
                if (attributes.TryGetValue("token", out var token))
                {
                    attributes["token"] = new AttributeValue { B = new MemoryStream(Convert.FromBase64String(token.S)) };
                }

                await table.Client.PutItemAsync(options.Table, attributes);
            }

            var kept = await store.ReadAsync("main", default);
            var guard = await table.Guard(options).ReadAsync("main", default);

            Assert.Equal(("sample-access-token", "sample-refresh-token"), (kept.AccessToken?.Value, kept.RefreshToken));
            Assert.Equal((Sampled, Sampled.AddMinutes(9), Sampled), (kept.AccessToken!.IssuedAt, kept.AccessToken.UsableUntil, kept.UsedAt));
            Assert.Equal((Extend.ExtendFault.SignInRefused, Sampled, 2L), (guard.ClosedBy, guard.ClosedAt, guard.Version));
            Assert.Equal([Sampled], guard.SignIns);
        }
    }

    [Fact]
    public async Task An_item_of_a_later_version_counts_as_absent()
    {
        var options = table.NewTable();
        var store = table.Sessions(options);
        await store.WriteAsync("main", Token("a"), "r", Now.AddHours(24), default);
        foreach (var item in (await table.Client.ScanAsync(new ScanRequest(options.Table))).Items)
        {
            item["v"] = new AttributeValue { N = "99" };
            await table.Client.PutItemAsync(options.Table, item);
        }

        Assert.Null((await store.ReadAsync("main", default)).AccessToken);
    }

    [Fact]
    public async Task A_table_that_cannot_be_asked_is_a_fault_of_the_store_and_of_nothing_else()
    {
        using var nobody = TableFixture.Nobody();
        var options = table.NewTable();
        using var away = new AccountTable(nobody, Microsoft.Extensions.Options.Options.Create(options), TimeProvider.System);
        var store = new DynamoDbSessionStore(away, new TokenCipher(options));

        await Assert.ThrowsAsync<SessionStoreException>(() => store.ReadAsync("main", default).AsTask());
        await Assert.ThrowsAsync<SessionStoreException>(() => store.TryLeaseAsync("main", "one", Now, Now, default).AsTask());
        await Assert.ThrowsAsync<SessionStoreException>(() => store.WriteAsync("main", Token("a"), "r", Now, default).AsTask());
    }

    private static AccessToken Token(string value) => new(value, Now, Now.AddMinutes(9));
}
