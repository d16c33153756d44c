using Amazon.DynamoDBv2.Model;
using Extend.Sessions;

namespace Vts.Aws.DynamoDb;

/// <summary>Sessions in DynamoDB, shared by every process that uses the table.</summary>
internal sealed class DynamoDbSessionStore(AccountTable table, TokenCipher cipher) : ISessionStore
{
    private const string Access = "session#access";
    private const string Refresh = "session#refresh";
    private const string Used = "session#used";
    private const string Lease = "session#lease";
    private static readonly TimeSpan KeepUse = TimeSpan.FromDays(2);

    public async ValueTask<KeptSession> ReadAsync(string account, CancellationToken cancellationToken)
    {
        var answer = await table.AskAsync(
            dynamoDb => dynamoDb.QueryAsync(
                new QueryRequest
                {
                    TableName = table.Name,
                    ConsistentRead = true,
                    KeyConditionExpression = "pk = :account and begins_with(sk, :session)",
                    ExpressionAttributeValues = new(StringComparer.Ordinal)
                    {
                        [":account"] = AccountTable.Key(account, Access)[AccountTable.PartitionKey],
                        [":session"] = new AttributeValue("session#"),
                    },
                },
                cancellationToken),
            cancellationToken);
        var items = (answer.Items ?? []).Select(attributes => new StoredItem(attributes)).ToDictionary(item => item.Kind, StringComparer.Ordinal);
        return new KeptSession(
            items.TryGetValue(Access, out var access) && Token(access, account, Access) is { } token && access.Time("issuedAt") is { } issued && access.Time("usableUntil") is { } until
                ? new AccessToken(token, issued, until)
                : null,
            items.TryGetValue(Refresh, out var refresh) ? Token(refresh, account, Refresh) : null,
            items.TryGetValue(Used, out var used) ? used.Time("usedAt") : null);
    }

    public async ValueTask WriteAsync(
        string account, AccessToken accessToken, string? refreshToken, DateTimeOffset refreshUntil, CancellationToken cancellationToken)
    {
        var access = Sealed(account, Access, accessToken.Value, accessToken.UsableUntil)
            .With("issuedAt", accessToken.IssuedAt)
            .With("usableUntil", accessToken.UsableUntil);
        var writes = new List<TransactWriteItem>
        {
            new() { Put = new Put { TableName = table.Name, Item = access.Attributes } },
            refreshToken is null
                ? new() { Delete = new Delete { TableName = table.Name, Key = AccountTable.Key(account, Refresh) } }
                : new() { Put = new Put { TableName = table.Name, Item = Sealed(account, Refresh, refreshToken, refreshUntil).Attributes } },
        };
        await table.AskAsync(
            dynamoDb => dynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = writes }, cancellationToken), cancellationToken);
    }

    public ValueTask<bool> TryLeaseAsync(string account, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        table.TryAsync(
            dynamoDb => dynamoDb.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table.Name,
                    Item = StoredItem.New(account, Lease).With("owner", owner).With("until", until).ExpiringAt(until).Attributes,
                    ConditionExpression = "attribute_not_exists(pk) or #until <= :now",
                    ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#until"] = "until" },
                    ExpressionAttributeValues = new(StringComparer.Ordinal) { [":now"] = StoredItem.Number(now.ToUnixTimeMilliseconds()) },
                },
                cancellationToken),
            cancellationToken);

    public async ValueTask ReleaseAsync(string account, string owner, CancellationToken cancellationToken) => await table.TryAsync(
        dynamoDb => dynamoDb.DeleteItemAsync(
            new DeleteItemRequest
            {
                TableName = table.Name,
                Key = AccountTable.Key(account, Lease),
                ConditionExpression = "#owner = :owner",
                ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#owner"] = "owner" },
                ExpressionAttributeValues = new(StringComparer.Ordinal) { [":owner"] = new AttributeValue(owner) },
            },
            cancellationToken),
        cancellationToken);

    public async ValueTask MarkUsedAsync(string account, DateTimeOffset now, CancellationToken cancellationToken) => await table.TryAsync(
        dynamoDb => dynamoDb.PutItemAsync(
            new PutItemRequest { TableName = table.Name, Item = StoredItem.New(account, Used).With("usedAt", now).ExpiringAt(now + KeepUse).Attributes },
            cancellationToken),
        cancellationToken);

    private StoredItem Sealed(string account, string kind, string token, DateTimeOffset until) => StoredItem.New(account, kind)
        .With("kid", cipher.KeyId)
        .With("token", cipher.Encrypt(token, account, kind))
        .ExpiringAt(until);

    private string? Token(StoredItem item, string account, string kind) =>
        item.IsReadable && item.Text("kid") is { } keyId && item.Bytes("token") is { } sealedToken
            ? cipher.Decrypt(sealedToken, keyId, account, kind)
            : null;
}
