using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Extend.Sessions;
using Microsoft.Extensions.Options;

namespace Vts.Aws.DynamoDb;

/// <summary>
/// The table, and how it is asked: each account is a partition (<c>pk</c>), each kind of thing kept of it a sort key (<c>sk</c>);
/// what is of no account has partitions of its own.
/// DynamoDB deletes items some time after <c>expiresAt</c>; nobody relies on when.
/// </summary>
internal sealed class AccountTable(IAmazonDynamoDB dynamoDb, IOptions<SessionStoreOptions> options, TimeProvider time) : IDisposable
{
    public const string PartitionKey = "pk";
    public const string SortKey = "sk";
    public const string TimeToLive = "expiresAt";

    // A renewal asks the table seven times, and all requests wait for it: only the first of them may wait for a table that hangs.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _creating = new(1);
    private long _askAgainFrom;
    private volatile bool _isThere = !options.Value.CreateTable;

    /// <summary>The table's name.</summary>
    public string Name => options.Value.Table;

    /// <summary>The key of one thing kept of an account.</summary>
    public static Dictionary<string, AttributeValue> Key(string account, string kind) => KeyIn($"account#{account}", kind);

    /// <summary>The key of one thing kept in a partition.</summary>
    public static Dictionary<string, AttributeValue> KeyIn(string partition, string kind) => new(StringComparer.Ordinal)
    {
        [PartitionKey] = new AttributeValue(partition),
        [SortKey] = new AttributeValue(kind),
    };

    /// <summary>Asks the table; false if a condition did not hold.</summary>
    /// <exception cref="SessionStoreException">It could not be asked.</exception>
    public async ValueTask<bool> TryAsync(Func<IAmazonDynamoDB, Task> ask, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(async client => { await ask(client); return true; }, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>Asks the table. One that did not answer in time is left alone for a few seconds.</summary>
    /// <exception cref="SessionStoreException">It could not be asked.</exception>
    public async ValueTask<T> AskAsync<T>(Func<IAmazonDynamoDB, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (time.GetTimestamp() < Volatile.Read(ref _askAgainFrom))
        {
            throw new SessionStoreException($"The DynamoDB table {Name} did not answer a moment ago");
        }

        var began = time.GetTimestamp();
        try
        {
            await EnsureThereAsync(cancellationToken);
            var answer = await ask(dynamoDb);
            Volatile.Write(ref _askAgainFrom, 0);
            return answer;
        }
        catch (Exception fault) when (fault is not ConditionalCheckFailedException
            && (fault is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or IOException
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)))
        {
            if (time.GetElapsedTime(began) >= Slow)
            {
                Volatile.Write(ref _askAgainFrom, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
            }

            throw new SessionStoreException($"The DynamoDB table {Name} could not be asked", fault);
        }
    }

    public void Dispose() => _creating.Dispose();

    private async Task EnsureThereAsync(CancellationToken cancellationToken)
    {
        if (_isThere)
        {
            return;
        }

        await _creating.WaitAsync(cancellationToken);
        try
        {
            if (!_isThere)
            {
                await CreateAsync(cancellationToken);
                _isThere = true;
            }
        }
        finally
        {
            _creating.Release();
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.CreateTableAsync(
                new CreateTableRequest
                {
                    TableName = Name,
                    BillingMode = BillingMode.PAY_PER_REQUEST,
                    KeySchema = [new KeySchemaElement(PartitionKey, KeyType.HASH), new KeySchemaElement(SortKey, KeyType.RANGE)],
                    AttributeDefinitions = [new AttributeDefinition(PartitionKey, ScalarAttributeType.S), new AttributeDefinition(SortKey, ScalarAttributeType.S)],
                },
                cancellationToken);
            await dynamoDb.UpdateTimeToLiveAsync(
                new UpdateTimeToLiveRequest
                {
                    TableName = Name,
                    TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = TimeToLive, Enabled = true },
                },
                cancellationToken);
        }
        catch (ResourceInUseException)
        {
            // Another process was quicker.
        }
    }
}
