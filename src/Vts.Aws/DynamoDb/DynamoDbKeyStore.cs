using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Extend.Sessions;
using Vts.Callers.Keys;

namespace Vts.Aws.DynamoDb;

/// <summary>
/// Keys in the table of the sessions: the partition <c>keys</c> holds an item for each key and one for the version of them all, so
/// that asking whether anything has changed is one small read. When keys were used stands in a partition of its own.
/// </summary>
internal sealed class DynamoDbKeyStore(AccountTable table) : IKeyStore
{
    private const string Keys = "keys";
    private const string Uses = "keys#used";
    private const string VersionItem = "version";
    private const string KeyItem = "key#";
    private const string Version = "version";
    private const string Record = "record";
    private const string UsedAt = "usedAt";

    public ValueTask PrepareAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<KeySet?> ReadAsync(string? known, CancellationToken cancellationToken)
    {
        // The version first: a change made between the two reads is then seen at the next one.
        var version = await TryAsync(() => ReadVersionAsync(cancellationToken));
        if (version == known)
        {
            return null;
        }

        var items = await TryAsync(() => QueryAsync(Keys, KeyItem, cancellationToken));
        List<KeyRecord> keys = [.. items.Select(Parse).OrderBy(key => key.Created).ThenBy(key => key.Id, StringComparer.Ordinal)];
        return KeyRules.Faults(keys).FirstOrDefault() is { } fault
            ? throw new KeyStoreException($"The keys in the DynamoDB table {table.Name} are not right: {fault}")
            : new KeySet(version, keys);
    }

    public async ValueTask<bool> TryWriteAsync(IReadOnlyList<KeyRecord> changed, string version, CancellationToken cancellationToken)
    {
        var former = long.Parse(version, CultureInfo.InvariantCulture);
        var next = StoredItem.In(Keys, VersionItem).With(Version, StoredItem.Number(former + 1));
        TransactWriteItem[] writes =
        [
            new()
            {
                Put = new Put
                {
                    TableName = table.Name,
                    Item = next.Attributes,
                    ConditionExpression = former == 0 ? "attribute_not_exists(pk)" : "#version = :former",
                    ExpressionAttributeNames = former == 0 ? null : new(StringComparer.Ordinal) { ["#version"] = Version },
                    ExpressionAttributeValues = former == 0 ? null : new(StringComparer.Ordinal) { [":former"] = StoredItem.Number(former) },
                },
            },
            .. changed.Select(key => new TransactWriteItem { Put = new Put { TableName = table.Name, Item = Item(key).Attributes } }),
        ];
        return await TryAsync(async () =>
        {
            try
            {
                await table.AskAsync(
                    dynamoDb => dynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [.. writes] }, cancellationToken), cancellationToken);
                return true;
            }
            catch (SessionStoreException fault) when (fault.InnerException is TransactionCanceledException { CancellationReasons: { } reasons } && reasons.Any(reason => reason.Code is "ConditionalCheckFailed" or "TransactionConflict"))
            {
                return false;
            }
        });
    }

    public async ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadUsesAsync(CancellationToken cancellationToken) =>
        (await TryAsync(() => QueryAsync(Uses, "", cancellationToken)))
            .Where(item => item.Time(UsedAt) is not null)
            .ToDictionary(item => item.Kind, item => item.Time(UsedAt)!.Value, StringComparer.Ordinal);

    public async ValueTask WriteUsesAsync(IReadOnlyDictionary<string, DateTimeOffset> uses, CancellationToken cancellationToken)
    {
        foreach (var (id, used) in uses)
        {
            await TryAsync(() => table.TryAsync(
                dynamoDb => dynamoDb.PutItemAsync(
                    new PutItemRequest
                    {
                        TableName = table.Name,
                        Item = StoredItem.In(Uses, id).With(UsedAt, used).Attributes,
                        ConditionExpression = "attribute_not_exists(pk) or usedAt < :used",
                        ExpressionAttributeValues = new(StringComparer.Ordinal) { [":used"] = StoredItem.Number(used.ToUnixTimeMilliseconds()) },
                    },
                    cancellationToken),
                cancellationToken));
        }
    }

    private async ValueTask<string> ReadVersionAsync(CancellationToken cancellationToken)
    {
        var answer = await table.AskAsync(
            dynamoDb => dynamoDb.GetItemAsync(
                new GetItemRequest { TableName = table.Name, Key = AccountTable.KeyIn(Keys, VersionItem), ConsistentRead = true }, cancellationToken),
            cancellationToken);
        return (answer.Item is { Count: > 0 } attributes ? new StoredItem(attributes).Whole(Version) ?? 0 : 0).ToString(CultureInfo.InvariantCulture);
    }

    private async ValueTask<List<StoredItem>> QueryAsync(string partition, string start, CancellationToken cancellationToken)
    {
        var items = new List<StoredItem>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var request = new QueryRequest
            {
                TableName = table.Name,
                ConsistentRead = true,
                ExclusiveStartKey = from,
                KeyConditionExpression = start.Length == 0 ? "pk = :partition" : "pk = :partition and begins_with(sk, :start)",
                ExpressionAttributeValues = new(StringComparer.Ordinal) { [":partition"] = new AttributeValue(partition) },
            };
            if (start.Length > 0)
            {
                request.ExpressionAttributeValues[":start"] = new AttributeValue(start);
            }

            var answer = await table.AskAsync(dynamoDb => dynamoDb.QueryAsync(request, cancellationToken), cancellationToken);
            items.AddRange((answer.Items ?? []).Select(attributes => new StoredItem(attributes)));
            from = answer.LastEvaluatedKey is { Count: > 0 } next ? next : null;
        }
        while (from is not null);
        return items;
    }

    private static StoredItem Item(KeyRecord key) =>
        StoredItem.In(Keys, KeyItem + key.Id).With(Record, JsonSerializer.Serialize(key, KeyJson.Default.KeyRecord));

    private KeyRecord Parse(StoredItem item)
    {
        try
        {
            return item.IsReadable && item.Text(Record) is { } record
                ? JsonSerializer.Deserialize(record, KeyJson.Default.KeyRecord) ?? throw new JsonException()
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new KeyStoreException($"The item {Keys}/{item.Kind} in the DynamoDB table {table.Name} is not a key that this program can read.");
        }
    }

    private static async ValueTask<T> TryAsync<T>(Func<ValueTask<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (SessionStoreException fault)
        {
            throw new KeyStoreException($"{fault.Message}: {fault.InnerException?.Message}", fault) { MayPass = true };
        }
    }
}
