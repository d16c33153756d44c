using Amazon.DynamoDBv2.Model;
using CsCheck;
using Vts.Aws.DynamoDb;
using Vts.Callers.Keys;
using Vts.Testing.Hostile;

namespace Vts.Aws.Tests.Hostile;

/// <summary>Whatever stands in the table, it is what it should be, or as good as not there, or a fault of the store that says so.</summary>
public sealed class ItemsTests(DynamoDb.TableFixture table)
{
    private const string Record =
        """{"id":"key_0123456789ABCDEF","name":"ann","account":"main","sha256":"0000000000000000000000000000000000000000000000000000000000000000","scopes":["cards:read"],"cards":{"ids":["vc_A681POqRINI7goyrCNPff7"]},"fields":{"names":["last4"]},"limits":{"requestsPerSecond":1,"burst":2,"concurrency":3},"created":"2026-03-14T12:00:00Z"}""";

    private static readonly Gen<AttributeValue> Values = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 1, 10].Select(text => new AttributeValue { S = text }),
        Gen.OneOf("0", "1", "2", "-1", "1.5", "1e125", "-1e-130", "99999999999999999999999999999999999999", "253402300799000").Select(number => new AttributeValue { N = number }),
        Gen.Byte.Array[1, 60].Select(bytes => new AttributeValue { B = new MemoryStream(bytes) }),
        Gen.Bool.Select(flag => new AttributeValue { BOOL = flag }),
        Gen.Const(0).Select(_ => new AttributeValue { NULL = true }),
        Gen.OneOf("1773489600000", "-5", "9e99").Select(number => new AttributeValue { L = [new AttributeValue { N = number }, new AttributeValue { S = "x" }, new AttributeValue { NULL = true }] }),
        Gen.Const(0).Select(_ => new AttributeValue { M = new() { ["x"] = new AttributeValue { N = "1" } } }));

    private static readonly Gen<Dictionary<string, AttributeValue>> Items =
        Gen.Select(Gen.OneOf("v", "kid", "token", "issuedAt", "usableUntil", "usedAt", "version", "signIns", "closedBy", "closedAt", "record", "expiresAt"), Values, (name, value) => (name, value)).Array[0, 8]
            .Select(members => members.GroupBy(member => member.name).ToDictionary(same => same.Key, same => same.First().value));

    [Fact]
    public async Task Whatever_the_items_of_an_account_hold_its_session_and_its_guard_are_read()
    {
        var options = table.NewTable();
        await table.Sessions(options).ReadAsync("main", default);
        await Gen.Select(Items, Gen.OneOf("session#access", "session#refresh", "session#used", "session#odd", "guard"), Gen.Bool).SampleAsync(
            async (item, kind, isCurrent) =>
            {
                await PutAsync(options, "account#main", kind, item, isCurrent);
                await table.Sessions(options).ReadAsync("main", default);
                await table.Guard(options).ReadAsync("main", default);
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public async Task Whatever_the_item_of_a_key_holds_it_is_read_or_the_store_says_that_it_cannot_be()
    {
        var options = table.NewTable();
        await table.Keys(options).ReadAsync(null, default);
        await Gen.Select(Items, Gen.Int, Gen.Bool).SampleAsync(
            async (item, seed, isCurrent) =>
            {
                item["record"] = new AttributeValue { S = Mutated.TextOf(seed, Record) is { Length: > 0 } record ? record : "{}" };
                await PutAsync(options, "keys", seed % 4 == 0 ? "version" : "key#key_0123456789ABCDEF", item, isCurrent);
                try
                {
                    await table.Keys(options).ReadAsync(null, default);
                    await table.Keys(options).ReadUsesAsync(default);
                }
                catch (KeyStoreException)
                {
                }
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void Whatever_bytes_are_taken_for_a_sealed_token_they_open_nothing()
    {
        var options = table.NewTable();
        var cipher = new TokenCipher(options);
        var right = cipher.Encrypt("a-secret", "main", "session#access");
        Assert.Equal("a-secret", cipher.Decrypt(right, cipher.KeyId, "main", "session#access"));
        Gen.Select(Gen.Int[0, (right.Length * 8) - 1], Gen.Byte.Array[0, 80], Gen.Int[0, right.Length - 1]).Sample((bit, garbage, length) =>
        {
            byte[] flipped = [.. right];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            foreach (var odd in new[] { flipped, garbage, right[..length], [.. right, .. garbage, 0] })
            {
                Assert.Null(cipher.Decrypt(odd, cipher.KeyId, "main", "session#access"));
            }
        });
    }

    private Task<PutItemResponse> PutAsync(SessionStoreOptions options, string partition, string sort, Dictionary<string, AttributeValue> item, bool isCurrent)
    {
        item["pk"] = new AttributeValue(partition);
        item["sk"] = new AttributeValue(sort);
        if (isCurrent)
        {
            item["v"] = new AttributeValue { N = "1" };
        }

        return table.Client.PutItemAsync(new PutItemRequest { TableName = options.Table, Item = item });
    }
}
