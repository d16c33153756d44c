using Vts.LocalGateway.StandIns;

namespace Vts.Bench.Soak.Processes;

/// <summary>DynamoDB Local with the table of sessions; it forgets all when it is stopped, and has the table again when it is started.</summary>
internal sealed class SessionStore : IAsyncDisposable
{
    public const string Table = "vts-soak";

    private readonly DynamoDbLocal _local;

    private SessionStore(DynamoDbLocal local) => _local = local;

    public IReadOnlyDictionary<string, string> Environment => _local.Environment;

    public static async Task<SessionStore> BeginAsync()
    {
        var store = new SessionStore(await DynamoDbLocal.StartAsync());
        await store.CreateAsync();
        return store;
    }

    public async Task StartAsync()
    {
        await _local.RunAsync();
        await CreateAsync();
    }

    public Task StopAsync() => _local.StopAsync();

    public ValueTask DisposeAsync() => _local.DisposeAsync();

    private async Task CreateAsync()
    {
        using var table = new SessionTable(_local.Address, Table);
        await table.CreateAsync();
    }
}
