using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Extend.Simulator;

namespace Vts.Api.Tests;

/// <summary>A simulator of this test's own, and what a test tells it through its control paths.</summary>
public sealed class SimulatorControl : IAsyncDisposable
{
    private readonly SimulatorServer _server;
    private readonly HttpClient _http;

    private SimulatorControl(SimulatorServer server)
    {
        _server = server;
        _http = new HttpClient { BaseAddress = server.Address };
    }

    public Uri Address => _server.Address;

    public static async Task<SimulatorControl> StartAsync() =>
        new(await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" }));

    public Task SwitchAsync(string name, object value) =>
        SendAsync(HttpMethod.Patch, "sim/switches", new JsonObject { [name] = JsonValue.Create(value) });

    public Task FaultAsync(string kind, string path, int? times = null, params (string Name, JsonNode Value)[] more)
    {
        var fault = new JsonObject { ["kind"] = kind, ["path"] = path };
        if (times is { } count)
        {
            fault["times"] = count;
        }

        foreach (var (name, value) in more)
        {
            fault[name] = value;
        }

        return SendAsync(HttpMethod.Post, "sim/faults", fault);
    }

    public Task EndFaultsAsync() => SendAsync(HttpMethod.Delete, "sim/faults", null);

    /// <summary>Makes or replaces a tenant of this size; its key, secret, e-mail and password follow from its name.</summary>
    public Task TenantAsync(string name, int cards, int transactionsPerCard) => SendAsync(HttpMethod.Put, $"sim/tenants/{name}", new JsonObject
    {
        ["cards"] = cards,
        ["transactionsPerCard"] = transactionsPerCard,
        ["apiKey"] = $"apik_{name}",
        ["apiSecret"] = name,
        ["email"] = $"{name}@example.com",
        ["password"] = name,
    });

    public async Task<JsonArray> CardsAsync(string tenant = "demo") => (await _http.GetFromJsonAsync<JsonArray>($"sim/tenants/{tenant}/cards"))!;

    public async Task<JsonArray> TransactionsAsync(string cardId, string tenant = "demo") =>
        (await _http.GetFromJsonAsync<JsonArray>($"sim/tenants/{tenant}/cards/{cardId}/transactions"))!;

    public Task AddCardAsync(string tenant, JsonObject members) => SendAsync(HttpMethod.Post, $"sim/tenants/{tenant}/cards", members);

    public Task RemoveCardAsync(string cardId, string tenant = "demo") => SendAsync(HttpMethod.Delete, $"sim/tenants/{tenant}/cards/{cardId}", null);

    public Task AddTransactionAsync(string tenant, string cardId, JsonObject members) =>
        SendAsync(HttpMethod.Post, $"sim/tenants/{tenant}/cards/{cardId}/transactions", members);

    public Task PatchCardAsync(string cardId, JsonObject members, string tenant = "demo") =>
        SendAsync(HttpMethod.Patch, $"sim/tenants/{tenant}/cards/{cardId}", members);

    public Task PatchTransactionAsync(string id, JsonObject members, string tenant = "demo") =>
        SendAsync(HttpMethod.Patch, $"sim/tenants/{tenant}/transactions/{id}", members);

    /// <summary>Settles a pending transaction, or withdraws it.</summary>
    public Task SettleAsync(string id, bool clear, string tenant = "demo") =>
        SendAsync(HttpMethod.Post, $"sim/tenants/{tenant}/transactions/{id}/{(clear ? "clear" : "reverse")}", null);

    /// <summary>What a card's transactions come to.</summary>
    public async Task<JsonNode> LedgerAsync(string cardId, string tenant = "demo") =>
        (await _http.GetFromJsonAsync<JsonNode>($"sim/tenants/{tenant}/cards/{cardId}/ledger"))!;

    /// <summary>What Extend was asked, in order, as <c>METHOD path</c>.</summary>
    public async Task<string[]> RequestsAsync()
    {
        var log = await _http.GetFromJsonAsync<JsonArray>("sim/requests");
        return [.. log!.Select(entry => $"{entry!["method"]} {entry["path"]}")];
    }

    /// <summary>The same with their queries.</summary>
    public async Task<string[]> QueriesAsync()
    {
        var log = await _http.GetFromJsonAsync<JsonArray>("sim/requests");
        return [.. log!.Select(entry => $"{entry!["method"]} {entry["path"]}{entry["query"]}")];
    }

    public async Task<int> CountAsync(string request) => (await RequestsAsync()).Count(entry => entry == request);

    /// <summary>Done once a request has come since the log was last emptied, answered or not.</summary>
    public async Task BusyAsync()
    {
        while ((int)(await _http.GetFromJsonAsync<JsonObject>("sim/requests/count"))!["mostAtOnce"]! == 0)
        {
            await Task.Yield();
        }
    }

    public Task ForgetRequestsAsync() => SendAsync(HttpMethod.Delete, "sim/requests", null);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task SendAsync(HttpMethod method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await _http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
