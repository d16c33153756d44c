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
    private readonly ExtendAccounts _accounts;
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private ExtendWorld(SimulatorServer simulator, FakeTimeProvider clock, bool older)
    {
        Clock = clock;
        _simulator = simulator;
        _control = new HttpClient { BaseAddress = simulator.Address };
        Meters = _services.GetRequiredService<IMeterFactory>();
        var options = new ExtendOptions { BaseUrl = simulator.Address.ToString(), Retries = 0 };
        options.Accounts["main"] = older
            ? new AccountOptions { Email = "demo@example.com", Password = "demo" }
            : new AccountOptions { ApiKey = "apik_demo", ApiSecret = "demo" };
        _accounts = new ExtendAccounts(
            options, new SessionOptions(), new MemorySessionStore(), new MemoryGuardStore(), clock, Meters, NullLoggerFactory.Instance);
    }

    public FakeTimeProvider Clock { get; }

    public IMeterFactory Meters { get; }

    public ExtendClient Client => _accounts["main"];

    public static async Task<ExtendWorld> StartAsync(bool older = true)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));
        return new(await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0", TimeProvider = clock }), clock, older);
    }

    public async Task<string[]> RequestsAsync()
    {
        var log = await _control.GetFromJsonAsync<JsonArray>("sim/requests");
        using var emptied = await _control.DeleteAsync("sim/requests");
        return [.. log!.Select(entry => $"{entry!["method"]} {entry["path"]}")];
    }

    public async Task ControlAsync(HttpMethod method, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await _control.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _accounts.Dispose();
        _control.Dispose();
        await _simulator.DisposeAsync();
        await _services.DisposeAsync();
    }
}
