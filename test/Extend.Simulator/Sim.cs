using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Extend.Simulator.Tests;

/// <summary>A simulator on a free port and a client that speaks to it as <c>demo</c>, or as whom it is told.</summary>
internal sealed class Sim : IAsyncDisposable
{
    public const string Version = "application/vnd.paywithextend.v2021-03-12+json";
    public const string TravelCard = "vc_A681POqRINI7goyrCNPff7";
    public const string EveryStatus = "PENDING,CLEARED,DECLINED,NO_MATCH,AVS_PASS,AVS_FAIL,AUTH_REVERSAL";

    private readonly SimulatorServer _server;

    private Sim(SimulatorServer server)
    {
        _server = server;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
    }

    public HttpClient Http { get; }

    public Uri Address => _server.Address;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<Sim> StartAsync(params (string Name, string Value)[] switches) => StartAsync(TimeProvider.System, 0, switches);

    public static async Task<Sim> StartAsync(TimeProvider clock, int seed = 0, params (string Name, string Value)[] switches) => new(
        await SimulatorServer.StartAsync(
            new SimulatorOptions
            {
                Urls = "http://127.0.0.1:0",
                TimeProvider = clock,
                Seed = seed,
                Switches = switches.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal),
            },
            Cancellation));

    /// <summary>Asks with an API key and wants 200.</summary>
    public async Task<JsonElement> GetAsync(string path, string tenant = "demo")
    {
        using var response = await SendAsync(HttpMethod.Get, path, tenant);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {body}");
        return JsonElement.Parse(body);
    }

    public async Task<HttpStatusCode> StatusAsync(string path, string tenant = "demo")
    {
        using var response = await SendAsync(HttpMethod.Get, path, tenant);
        return response.StatusCode;
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string tenant = "demo") =>
        SendAsync(method, path, Basic($"apik_{tenant}", tenant), ("x-extend-api-key", $"apik_{tenant}"));

    /// <summary>Asks with these headers, and with the version of the API unless they say otherwise.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, AuthenticationHeaderValue? authorization, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = authorization;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (!request.Headers.Contains("Accept"))
        {
            request.Headers.TryAddWithoutValidation("Accept", Version);
        }

        return await Http.SendAsync(request, Cancellation);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string json, HttpMethod? method = null, AuthenticationHeaderValue? authorization = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Accept", Version);
        request.Headers.Authorization = authorization;
        return await Http.SendAsync(request, Cancellation);
    }

    public async Task<(string Token, string RefreshToken)> SignInAsync(string tenant = "demo")
    {
        using var response = await PostAsync("/signin", $$"""{"email":"{{tenant}}@example.com","password":"{{tenant}}"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.JsonAsync();
        return (body.Text("token"), body.Text("refreshToken"));
    }

    public async Task<HttpStatusCode> WithTokenAsync(string token, string path = "/virtualcards")
    {
        using var response = await SendAsync(HttpMethod.Get, path, Bearer(token));
        return response.StatusCode;
    }

    /// <summary>Asks the simulator itself and wants success.</summary>
    public async Task<JsonElement> ControlAsync(string method, string path, string json = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/sim{path}");
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {body}");
        return JsonElement.Parse(body);
    }

    public static AuthenticationHeaderValue Basic(string key, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));

    public static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }
}
