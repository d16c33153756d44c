using Amazon.DynamoDBv2.Model;
using Extend;
using Extend.Guard;

namespace Vts.Aws.DynamoDb;

/// <summary>The guard's states in DynamoDB, shared by every process that uses the table; they never expire.</summary>
internal sealed class DynamoDbGuardStore(AccountTable table) : IGuardStore
{
    private const string Guard = "guard";

    public async ValueTask<GuardState> ReadAsync(string account, CancellationToken cancellationToken)
    {
        var answer = await table.AskAsync(
            dynamoDb => dynamoDb.GetItemAsync(
                new GetItemRequest { TableName = table.Name, Key = AccountTable.Key(account, Guard), ConsistentRead = true }, cancellationToken),
            cancellationToken);
        return answer.Item is { Count: > 0 } attributes ? Read(new StoredItem(attributes)) : GuardState.Initial;
    }

    public ValueTask<bool> TryWriteAsync(string account, GuardState state, CancellationToken cancellationToken)
    {
        var item = StoredItem.New(account, Guard)
            .With("version", StoredItem.Number(state.Version))
            .With("signIns", new AttributeValue { L = [.. state.SignIns.Select(time => StoredItem.Number(time.ToUnixTimeMilliseconds()))], IsLSet = true });
        if (state is { ClosedBy: { } reason, ClosedAt: { } closedAt })
        {
            item.With("closedBy", reason.ToString()).With("closedAt", closedAt);
        }

        return table.TryAsync(
            dynamoDb => dynamoDb.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table.Name,
                    Item = item.Attributes,
                    ConditionExpression = "attribute_not_exists(pk) or version = :previous",
                    ExpressionAttributeValues = new(StringComparer.Ordinal) { [":previous"] = StoredItem.Number(state.Version - 1) },
                },
                cancellationToken),
            cancellationToken);
    }

    private static GuardState Read(StoredItem item) => new(
        // A reason that this version does not know is still a closed door.
        item.Text("closedBy") is { } reason ? Enum.TryParse<ExtendFault>(reason, out var fault) ? fault : ExtendFault.SignInRefused : null,
        item.Time("closedAt"),
        [.. (item.Attributes.GetValueOrDefault("signIns")?.L ?? []).Select(entry => new StoredItem(new(StringComparer.Ordinal) { ["at"] = entry }).Time("at")).OfType<DateTimeOffset>()],
        item.Whole("version") ?? 0);
}
