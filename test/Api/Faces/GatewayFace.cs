using Vts.LocalGateway;
using Vts.LocalGateway.StandIns;

namespace Vts.Api.Tests.Faces;

/// <summary>The published functions behind the local gateway, each a process of its own.</summary>
internal sealed class GatewayFace(string functions) : IFace
{
    private static readonly Lazy<Task<DynamoDbLocal>> DynamoDb = new(StartDynamoDbAsync);

    public IReadOnlyDictionary<string, string> RenamedHeaders { get; } =
        LocalGateway.Gateway.RenamedHeaders.Current.Renamed.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    public async Task<IService> StartAsync(IReadOnlyDictionary<string, string> settings) => new Service(await LocalGatewayServer.StartAsync(new LocalGatewayOptions
    {
        Urls = "http://127.0.0.1:0",
        Functions = functions,
        Parameters = new Dictionary<string, string>(settings) { ["Sessions:EncryptionKey"] = Convert.ToBase64String(new byte[32]) },
        DynamoDb = await DynamoDb.Value,
        Table = $"vts-{Guid.NewGuid():N}",
        EnforcesThrottle = false,

        // What is kept, and counted, is a process's.
        Concurrency = 1,
    }));

    // For all tests of the run; a table each keeps them apart.
    private static async Task<DynamoDbLocal> StartDynamoDbAsync()
    {
        var local = await DynamoDbLocal.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => local.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return local;
    }

    private sealed class Service(LocalGatewayServer gateway) : IService
    {
        public Uri Address => gateway.Address;

        public string Log => gateway.Log;

        public ValueTask DisposeAsync() => gateway.DisposeAsync();
    }
}
