using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Extend.Simulator;
using Vts.LocalGateway;

namespace Vts.Functions.Tests;

/// <summary>The published functions behind the local gateway, over a simulator of Extend that can be cut off.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";

    private World(SimulatorServer simulator, Relay extend, LocalGatewayServer gateway, ServerCertificate? certificate)
    {
        Simulator = simulator;
        Extend = extend;
        Gateway = gateway;
        Http = new HttpClient { BaseAddress = gateway.Address, DefaultRequestHeaders = { { "token", "a-token" } } };
        Control = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => certificate?.Is(shown) == true } })
        {
            BaseAddress = simulator.Address,
        };
    }

    public SimulatorServer Simulator { get; }

    public Relay Extend { get; }

    public LocalGatewayServer Gateway { get; }

    public HttpClient Http { get; }

    private HttpClient Control { get; }

    /// <summary>Starts all of it.</summary>
    /// <param name="dynamoDb">Where sessions are kept, in a table of this world's own.</param>
    /// <param name="concurrency">How many processes of a function there may be.</param>
    /// <param name="older">Whether to come through Extend's older door.</param>
    /// <param name="certificate">What Extend serves with over TLS, and all that functions trust; null for plain HTTP.</param>
    /// <param name="settings">Settings beside the usual ones, or in their place; null takes one away.</param>
    public static async Task<World> StartAsync(
        DynamoDb dynamoDb, int concurrency = 1, bool older = true, ServerCertificate? certificate = null, params (string Key, string? Value)[] settings)
    {
        var scheme = certificate is null ? "http" : "https";
        var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = $"{scheme}://127.0.0.1:0", Certificate = certificate?.WithKey });
        var extend = Relay.To(simulator.Address);
        var parameters = new Dictionary<string, string>
        {
            ["Extend:BaseUrl"] = $"{scheme}://{extend.Address.Authority}/",
            ["Extend:RetryDelay"] = "00:00:00.001",
            [older ? "Extend:Accounts:main:Email" : "Extend:Accounts:main:ApiKey"] = older ? "demo@example.com" : "apik_demo",
            [older ? "Extend:Accounts:main:Password" : "Extend:Accounts:main:ApiSecret"] = "demo",
            ["Callers:0:Name"] = "tester",
            ["Callers:0:TokenSha256"] = Convert.ToHexStringLower(SHA256.HashData("a-token"u8)),
            ["Callers:0:Account"] = "main",
            ["Freshness:Cards"] = "0",
            ["Sessions:EncryptionKey"] = Convert.ToBase64String(new byte[32]),
        };
        foreach (var (key, value) in settings)
        {
            _ = value is null ? parameters.Remove(key) : parameters.TryAdd(key, value) || (parameters[key] = value) == value;
        }

        return new World(simulator, extend, await LocalGatewayServer.StartAsync(new LocalGatewayOptions
        {
            Urls = "http://127.0.0.1:0",
            Functions = Published.Folder,
            Parameters = parameters,
            DynamoDb = dynamoDb.Local,
            Table = $"vts-{Guid.NewGuid():N}",
            EnforcesThrottle = false,
            Concurrency = concurrency,
            Environment = certificate is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["SSL_CERT_FILE"] = certificate.Alone },
        }), certificate);
    }

    /// <summary>A problem's status and code, or 200 and nothing.</summary>
    public async Task<(int Status, string? Code)> AskAsync(string path = Card)
    {
        using var answer = await Http.GetAsync(path);
        return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? null : (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
    }

    public async Task SwitchAsync(string name, JsonNode value)
    {
        using var answer = await Control.PatchAsJsonAsync("sim/switches", new JsonObject { [name] = value });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often Extend was asked this.</summary>
    public async Task<int> CountAsync(string method, string path)
    {
        var log = await Control.GetFromJsonAsync<JsonArray>("sim/requests");
        return log!.Count(entry => (string?)entry!["method"] == method && (string?)entry["path"] == path);
    }

    /// <summary>Calls a function past the gateway.</summary>
    public async Task<string> InvokeAsync(string function, string json) =>
        Encoding.UTF8.GetString((await Gateway.InvokeAsync(function, Encoding.UTF8.GetBytes(json))).Payload.Span);

    /// <summary>The lines that functions and gateway printed, once one of them holds this text.</summary>
    public async Task<string> LogWithAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!Gateway.Log.Contains(text, StringComparison.Ordinal))
        {
            await ticks.WaitForNextTickAsync(patience.Token);
        }

        return Gateway.Log;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Control.Dispose();
        await Gateway.DisposeAsync();
        await Extend.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
