using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;
using Vts.Callers;

namespace Vts.Api.Tests;

/// <summary>A service on the face under test, over a simulator of its own. The token <see cref="Token"/> reads the tenant's cards.</summary>
public sealed class VtsApp : IAsyncDisposable
{
    public const string Token = "a-known-token";

    private readonly IService _service;

    private VtsApp(SimulatorControl simulator, IService service)
    {
        Simulator = simulator;
        _service = service;
        Http = new HttpClient(new RestoredHeaders(Face.Current.RenamedHeaders, new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.Latin1,
        })) { BaseAddress = service.Address };
    }

    public SimulatorControl Simulator { get; }

    public HttpClient Http { get; }

    public Uri Address => _service.Address;

    public string Log => _service.Log;

    /// <inheritdoc cref="IService.Pass"/>
    public bool Pass(TimeSpan time) => _service.Pass(time);

    public long Memory => _service.Memory;

    /// <summary>Starts both.</summary>
    /// <param name="older">Whether to come through the older door instead of the current one.</param>
    /// <param name="tenant">The simulator's tenant.</param>
    /// <param name="settings">Settings beside the usual ones, or in their place.</param>
    public static async Task<VtsApp> StartAsync(bool older = false, string tenant = "demo", params (string Key, string Value)[] settings)
    {
        var simulator = await SimulatorControl.StartAsync();
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Extend:BaseUrl"] = simulator.Address.ToString(),
            ["Extend:RetryDelay"] = "00:00:00.001",
            [$"Extend:Accounts:main:{(older ? "Email" : "ApiKey")}"] = older ? $"{tenant}@example.com" : $"apik_{tenant}",
            [$"Extend:Accounts:main:{(older ? "Password" : "ApiSecret")}"] = tenant,

            // Tests change what is at Extend and count what it is asked; those of freshness say for how long answers are kept.
            ["Freshness:Cards"] = "0",
            ["Freshness:Transactions"] = "0",

            // And they ask more at once, and with more wrong tokens, than a caller may; those of limits say how much.
            ["Limits:RequestsPerSecond"] = "100000",
            ["Limits:Burst"] = "1000000",
            ["Limits:Concurrency"] = "100000",
            ["Limits:FailedAuthenticationsPerMinute"] = "1000000",
            ["Callers:0:Name"] = "tester",
            ["Callers:0:TokenSha256"] = KnownCallers.Hash(Token),
            ["Callers:0:Account"] = "main",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return new VtsApp(simulator, await Face.Current.StartAsync(all));
    }

    public Task<HttpResponseMessage> SendAsync(
        string path, string? token = Token, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("token", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request);
    }

    /// <summary>The body of a 200.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await SendAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 200, $"{path}: {(int)response.StatusCode} {body}");
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return body;
    }

    public async Task<JsonArray> ListAsync(string path) => JsonNode.Parse(await ReadAsync(path))!.AsArray();

    /// <summary>The problem with this status and code that the path must answer with; all its members are checked.</summary>
    public async Task<HttpResponseMessage> ExpectProblemAsync(int status, string code, string path, string? token = Token, HttpMethod? method = null)
    {
        var response = await SendAsync(path, token, method);
        await ProblemAssert.IsAsync(status, code, response);
        return response;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _service.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
