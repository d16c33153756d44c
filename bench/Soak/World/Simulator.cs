using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vts.Bench.Soak.Processes;

namespace Vts.Bench.Soak.World;

/// <summary>
/// The simulator of Extend as a process of its own, with one company of many cards. Its calls hold the thread that makes them, and wait for no other:
/// behind thousands of answers to be judged in the thread pool, a change would take many seconds, and all that is judged waits for it.
/// </summary>
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
        simulator.Send(HttpMethod.Put, Company, new JsonObject
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

    public JsonElement Cards() => Send(HttpMethod.Get, $"{Company}/cards");

    public JsonElement Card(string id) => Send(HttpMethod.Get, $"{Company}/cards/{id}");

    public JsonElement Transactions(string cardId) => Send(HttpMethod.Get, $"{Company}/cards/{cardId}/transactions");

    public string Issue(JsonObject members) => Id(Send(HttpMethod.Post, $"{Company}/cards", members));

    public void Change(string cardId, JsonObject members) => Send(HttpMethod.Patch, $"{Company}/cards/{cardId}", members);

    public void Remove(string cardId) => Send(HttpMethod.Delete, $"{Company}/cards/{cardId}");

    public string Authorize(string cardId, JsonObject members) => Id(Send(HttpMethod.Post, $"{Company}/cards/{cardId}/transactions", members));

    public void Clear(string transactionId, long cents) =>
        Send(HttpMethod.Post, $"{Company}/transactions/{transactionId}/clear", new JsonObject { ["amountCents"] = cents });

    public void Reverse(string transactionId) => Send(HttpMethod.Post, $"{Company}/transactions/{transactionId}/reverse", []);

    public void Forget(string transactionId) => Send(HttpMethod.Delete, $"{Company}/transactions/{transactionId}");

    public void Fault(JsonObject fault) => Send(HttpMethod.Post, "sim/faults", fault);

    public void EndFaults() => Send(HttpMethod.Delete, "sim/faults");

    /// <summary>How many calls of this method and path there were, of the last 100,000.</summary>
    public int Calls(string method, string path) => Send(HttpMethod.Get, $"sim/requests/count?method={method}&path={path}").GetProperty("count").GetInt32();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }

    private static string Id(JsonElement made) => made.GetProperty("id").GetString()!;

    private JsonElement Send(HttpMethod method, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = _http.Send(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchException($"The simulator answered {(int)answer.StatusCode} to {method} {path}");
        }

        using var text = new MemoryStream();
        answer.Content.ReadAsStream().CopyTo(text);
        return text.Length == 0 ? default : JsonElement.Parse(text.GetBuffer().AsSpan(0, (int)text.Length));
    }
}
