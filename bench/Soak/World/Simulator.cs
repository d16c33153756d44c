using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vts.Bench.Soak.Processes;

namespace Vts.Bench.Soak.World;

/// <summary>The simulator of Extend as a process of its own, with one company of many cards.</summary>
internal sealed class Simulator : IAsyncDisposable
{
    public const string Email = "soak@example.com";
    public const string Password = "soak";
    public const string ApiKey = "apik_soak";
    public const string ApiSecret = "soak";

    private const string Announcement = "Extend simulator on ";
    private const string Company = "sim/tenants/soak";
    private const int TokenLifeSeconds = 40;

    private readonly ChildProcess _process;
    private readonly HttpClient _http;

    private Simulator(ChildProcess process, Uri address)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Address => _http.BaseAddress!;

    public static async Task<Simulator> StartAsync(string program, int cards, int transactionsPerCard)
    {
        var process = new ChildProcess(program,
            ["--urls", "http://127.0.0.1:0", "--rate-limit", "0", "--quiet", "--switch", $"tokenLife={TokenLifeSeconds}"], new Dictionary<string, string>(StringComparer.Ordinal));
        var simulator = new Simulator(process, new Uri((await process.LineAsync(Announcement)).Split(' ')[0]));
        await simulator.SendAsync(HttpMethod.Put, Company, new JsonObject
        {
            ["cards"] = cards,
            ["transactionsPerCard"] = transactionsPerCard,
            ["apiKey"] = ApiKey,
            ["apiSecret"] = ApiSecret,
            ["email"] = Email,
            ["password"] = Password,
        });
        return simulator;
    }

    public Task<JsonElement> CardsAsync() => SendAsync(HttpMethod.Get, $"{Company}/cards");

    public Task<JsonElement> CardAsync(string id) => SendAsync(HttpMethod.Get, $"{Company}/cards/{id}");

    public Task<JsonElement> TransactionsAsync(string cardId) => SendAsync(HttpMethod.Get, $"{Company}/cards/{cardId}/transactions");

    public async Task<string> IssueAsync(JsonObject members) => Id(await SendAsync(HttpMethod.Post, $"{Company}/cards", members));

    public Task ChangeAsync(string cardId, JsonObject members) => SendAsync(HttpMethod.Patch, $"{Company}/cards/{cardId}", members);

    public Task RemoveAsync(string cardId) => SendAsync(HttpMethod.Delete, $"{Company}/cards/{cardId}");

    public async Task<string> AuthorizeAsync(string cardId, JsonObject members) =>
        Id(await SendAsync(HttpMethod.Post, $"{Company}/cards/{cardId}/transactions", members));

    public Task ClearAsync(string transactionId, long cents) =>
        SendAsync(HttpMethod.Post, $"{Company}/transactions/{transactionId}/clear", new JsonObject { ["amountCents"] = cents });

    public Task ReverseAsync(string transactionId) => SendAsync(HttpMethod.Post, $"{Company}/transactions/{transactionId}/reverse", []);

    public Task ForgetAsync(string transactionId) => SendAsync(HttpMethod.Delete, $"{Company}/transactions/{transactionId}");

    public Task FaultAsync(JsonObject fault) => SendAsync(HttpMethod.Post, "sim/faults", fault);

    public Task EndFaultsAsync() => SendAsync(HttpMethod.Delete, "sim/faults");

    /// <summary>How many calls of this method and path there were, of the last 100,000.</summary>
    public async Task<int> CallsAsync(string method, string path) =>
        (await SendAsync(HttpMethod.Get, $"sim/requests/count?method={method}&path={path}")).GetProperty("count").GetInt32();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }

    private static string Id(JsonElement made) => made.GetProperty("id").GetString()!;

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchException($"The simulator answered {(int)answer.StatusCode} to {method} {path}");
        }

        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
