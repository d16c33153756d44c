using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Extend.Accounts;
using Extend.Guard;
using Extend.Sessions;
using Extend.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests;

/// <summary>A simulator and the client's accounts, on one clock that only the test moves.</summary>
internal sealed class ExtendWorld : IAsyncDisposable
{
    private readonly SimulatorServer _simulator;
    private readonly HttpClient _control;
    private readonly bool _older;
    private readonly List<ExtendAccounts> _processes = [];
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private ExtendWorld(SimulatorServer simulator, FakeTimeProvider clock, bool older)
    {
        Clock = clock;
        _simulator = simulator;
        _older = older;
        _control = new HttpClient { BaseAddress = simulator.Address };
        Meters = _services.GetRequiredService<IMeterFactory>();
        First = AddProcess();
    }

    public FakeTimeProvider Clock { get; }

    public IMeterFactory Meters { get; }

    public MemorySessionStore Sessions { get; } = new();

    public MemoryGuardStore Guard { get; } = new();

    public ExtendAccounts First { get; }

    public ExtendClient Client => First["main"];

    public static async Task<ExtendWorld> StartAsync(bool older = true)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));
        return new(await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0", TimeProvider = clock }), clock, older);
    }

    /// <summary>Another process on the same stores.</summary>
    public ExtendAccounts AddProcess()
    {
        var options = new ExtendOptions { BaseUrl = _simulator.Address.ToString(), Retries = 0 };
        options.Accounts["main"] = _older
            ? new AccountOptions { Email = "demo@example.com", Password = "demo" }
            : new AccountOptions { ApiKey = "apik_demo", ApiSecret = "demo" };
        var process = new ExtendAccounts(options, new SessionOptions(), Sessions, Guard, Clock, Meters, NullLoggerFactory.Instance);
        _processes.Add(process);
        return process;
    }

    /// <summary>What Extend was asked, in order; it is then forgotten, so nothing may be under way.</summary>
    public async Task<string[]> RequestsAsync()
    {
        var requests = await RequestsSoFarAsync();
        using var emptied = await _control.DeleteAsync("sim/requests");
        return requests;
    }

    /// <summary>The queries of what Extend was asked, in order.</summary>
    public async Task<string[]> QueriesAsync()
    {
        var log = await _control.GetFromJsonAsync<JsonArray>("sim/requests?path=/virtualcards");
        var reports = await _control.GetFromJsonAsync<JsonArray>("sim/requests?path=/reports");
        return [.. log!.Concat(reports!).Select(entry => (string?)entry!["query"] ?? "")];
    }

    /// <summary>What Extend was asked, in order.</summary>
    public async Task<string[]> RequestsSoFarAsync()
    {
        var log = await _control.GetFromJsonAsync<JsonArray>("sim/requests");
        return [.. log!.Select(entry => $"{entry!["method"]} {entry["path"]}")];
    }

    /// <summary>Lets Extend answer the next request of this path with a refusal.</summary>
    public Task RefuseOnceAsync(string path, int status = 401) =>
        ControlAsync(HttpMethod.Post, "sim/faults", new JsonObject { ["kind"] = "refusal", ["path"] = path, ["status"] = status, ["times"] = 1 });

    /// <summary>Asks the simulator's own paths; gives what it answers.</summary>
    public async Task<string> ControlAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _control.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, answer);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _processes.ForEach(process => process.Dispose());
        _control.Dispose();
        await _simulator.DisposeAsync();
        await _services.DisposeAsync();
    }
}
