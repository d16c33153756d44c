using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Microsoft.Extensions.Options;
using Vts.Aws.DynamoDb;
using Vts.LocalGateway.StandIns;

namespace Vts.Aws.Tests.DynamoDb;

/// <summary>One DynamoDB Local for all tests that need one; each test takes a table of its own.</summary>
public sealed class TableFixture : IAsyncLifetime
{
    public const string Key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private int _tables;

    public DynamoDbLocal Local { get; private set; } = null!;

    public IAmazonDynamoDB Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Local = await DynamoDbLocal.StartAsync();
        Client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = Local.Address.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Local.DisposeAsync();
    }

    /// <summary>Asks where nobody answers.</summary>
    internal static AmazonDynamoDBClient Nobody() => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:9", AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    internal SessionStoreOptions NewTable(string key = Key) => new()
    {
        Store = SessionStoreKind.DynamoDb, Table = $"vts-{Interlocked.Increment(ref _tables)}", EncryptionKey = key, CreateTable = true,
    };

    internal DynamoDbSessionStore Sessions(SessionStoreOptions options) => new(Table(options), new TokenCipher(options));

    internal DynamoDbGuardStore Guard(SessionStoreOptions options) => new(Table(options));

    internal DynamoDbKeyStore Keys(SessionStoreOptions options) => new(Table(options));

    private AccountTable Table(SessionStoreOptions options) => new(Client, Options.Create(options), TimeProvider.System);
}
