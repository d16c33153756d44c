using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Extend.Simulator;
using Vts.Aws.Tests.DynamoDb;
using Vts.Callers;
using Vts.LocalGateway.StandIns;
using Vts.Testing;

namespace Vts.Aws.Tests.Fleets;

/// <summary>Several server processes on one table, over one simulator, signed in by password.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly SimulatorServer _simulator;
    private readonly HttpClient _control;
    private readonly Dictionary<string, string> _environment;

    private Fleet(SimulatorServer simulator, DynamoDbLocal local, string table, string password, (string Key, string Value)[] settings)
    {
        _simulator = simulator;
        _control = new HttpClient { BaseAddress = simulator.Address };
        _environment = new(local.Environment)
        {
            ["Extend__BaseUrl"] = simulator.Address.ToString(),
            ["Extend__Accounts__main__Email"] = "demo@example.com",
            ["Extend__Accounts__main__Password"] = password,
            ["Callers__0__Name"] = "tester",
            ["Callers__0__TokenSha256"] = KnownCallers.Hash("token"),
            ["Sessions__Store"] = "DynamoDb",
            ["Sessions__Table"] = table,
            ["Sessions__EncryptionKey"] = TableFixture.Key,
            ["Sessions__CreateTable"] = "true",
        };
        foreach (var (key, value) in settings)
        {
            _environment[key] = value;
        }
    }

    public List<(ServerProcess Process, HttpClient Http)> Servers { get; } = [];

    public IReadOnlyDictionary<string, string> Environment => _environment;

    public static async Task<Fleet> StartAsync(
        DynamoDbLocal local, string table, int servers, string password = "demo", params (string Key, string Value)[] settings)
    {
        var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" });
        var fleet = new Fleet(simulator, local, table, password, settings);
        await Task.WhenAll(Enumerable.Range(0, servers).Select(_ => fleet.AddServerAsync()));
        return fleet;
    }

    public async Task<HttpClient> AddServerAsync(params (string Key, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>(_environment);
        foreach (var (key, value) in settings)
        {
            environment[key] = value;
        }

        var process = new ServerProcess(["--urls", "http://127.0.0.1:0"], environment);
        var http = new HttpClient { BaseAddress = await process.AddressAsync() };
        http.DefaultRequestHeaders.Add("token", "token");
        lock (Servers)
        {
            Servers.Add((process, http));
        }

        return http;
    }

    public async Task SwitchAsync(string name, JsonNode value)
    {
        using var answer = await _control.PatchAsJsonAsync("sim/switches", new JsonObject { [name] = value });
        answer.EnsureSuccessStatusCode();
    }

    public async Task FaultAsync(JsonObject fault)
    {
        using var answer = await _control.PostAsJsonAsync("sim/faults", fault);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Whether a fault still waits for a request to meet.</summary>
    public async Task<bool> HasFaultsAsync() => 
        (await _control.GetFromJsonAsync<JsonArray>("sim/faults"))!.Any(fault => (int?)fault!["left"] > 0);

    /// <summary>How often Extend was asked this, as <c>METHOD path</c>.</summary>
    public async Task<int> CountAsync(string request)
    {
        var log = await _control.GetFromJsonAsync<JsonArray>($"sim/requests?method={request.Split(' ')[0]}&path={request.Split(' ')[1]}");
        return log!.Count;
    }

    /// <summary>Callers that each ask ten times a second, spread over all servers, until the time is up; each answer's status is counted.</summary>
    public async Task<ConcurrentDictionary<int, int>> AskAsync(int callers, TimeSpan duration, string path = "/cards/vc_A681POqRINI7goyrCNPff7")
    {
        var statuses = new ConcurrentDictionary<int, int>();
        var until = TimeProvider.System.GetTimestamp() + (long)(duration.TotalSeconds * TimeProvider.System.TimestampFrequency);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async i =>
        {
            var http = Servers[i % Servers.Count].Http;
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            while (TimeProvider.System.GetTimestamp() < until && await pace.WaitForNextTickAsync())
            {
                using var answer = await http.GetAsync(path);
                statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
            }
        }));
        return statuses;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, http) in Servers)
        {
            http.Dispose();
            await process.DisposeAsync();
        }

        _control.Dispose();
        await _simulator.DisposeAsync();
    }
}
