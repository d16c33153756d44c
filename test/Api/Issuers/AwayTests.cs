using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Vts.Api.Tests.Faces;
using Vts.Server.Hosting;

namespace Vts.Api.Tests.Issuers;

/// <summary>A real provider that changes its keys, and one that goes away, by a clock of the test's own.</summary>
public sealed class AwayTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly LogText _log = new();
    private readonly HttpClient _http = new();
    private OidcProvider _provider = null!;
    private SimulatorControl _simulator = null!;
    private VtsServer? _server;

    public async ValueTask InitializeAsync()
    {
        _provider = await OidcProvider.StartAsync();
        _simulator = await SimulatorControl.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _http.Dispose();
        await _simulator.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact(Skip = Face.ServerReason, SkipUnless = nameof(IsInProcess))]
    public async Task Keys_are_rotated_without_a_restart()
    {
        await StartAsync();
        var older = await _provider.MachineTokenAsync();
        Assert.Equal(200, (await ReadAsync(older)).Status);

        await _provider.PublishAsync("two", "one");
        var newer = await _provider.MachineTokenAsync();
        Assert.Equal(401, (await ReadAsync(newer)).Status);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((200, 200), ((await ReadAsync(newer)).Status, (await ReadAsync(older)).Status));

        await _provider.PublishAsync("two");
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, (await ReadAsync(older)).Status);
        await AdvanceToRefreshAsync();
        Assert.Equal((200, 401), ((await ReadAsync(newer)).Status, (await ReadAsync(older)).Status));
        Assert.Equal(3, await _provider.FetchesAsync());
    }

    [Fact(Skip = Face.ServerReason, SkipUnless = nameof(IsInProcess))]
    public async Task While_it_is_away_known_keys_serve_for_as_long_as_is_set_then_503()
    {
        await StartAsync(("Callers:Issuers:idp:KeysSurviveMinutes", "45"));
        var token = await _provider.MachineTokenAsync();
        Assert.Equal((200, "ready", "ready"), await ReadyAsync());
        await _provider.StopAsync();
        _time.Advance(TimeSpan.FromMinutes(40));

        Assert.Equal(200, (await ReadAsync(token)).Status);
        Assert.Equal((200, "ready", "stale"), await ReadyAsync());

        _time.Advance(TimeSpan.FromMinutes(5));
        var (status, code, retryAfter) = await ReadAsync(token);
        Assert.Equal((503, "issuer_unavailable", TimeSpan.FromSeconds(10)), (status, code, retryAfter));
        Assert.Equal((503, "unready", "away"), await ReadyAsync());
        Assert.Equal(1, _log.Text.Split("does not tell its keys").Length - 1);

        await _provider.RestartAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, (await ReadAsync(token)).Status);
        Assert.Equal((200, "ready", "ready"), await ReadyAsync());
    }

    [Fact(Skip = Face.ServerReason, SkipUnless = nameof(IsInProcess))]
    public async Task One_that_is_away_at_the_start_stops_nobody_else()
    {
        var token = await _provider.MachineTokenAsync();
        await _provider.StopAsync();
        await StartAsync();

        Assert.Equal(200, (await ReadAsync(VtsApp.Token)).Status);
        Assert.Equal((503, "issuer_unavailable"), ((await ReadAsync(token)).Status, (await ReadAsync(token)).Code));

        await _provider.RestartAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, (await ReadAsync(token)).Status);
    }

    public static bool IsInProcess => Face.Current is InProcessFace;

    private async Task StartAsync(params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] all =
        [
            ("Extend:BaseUrl", _simulator.Address.ToString()), ("Extend:Accounts:main:ApiKey", "apik_demo"), ("Extend:Accounts:main:ApiSecret", "demo"),
            ("Callers:0:Name", "tester"), ("Callers:0:TokenSha256", Vts.Callers.KnownCallers.Hash(VtsApp.Token)), ("urls", "http://127.0.0.1:0"),
            ("Callers:Issuers:idp:RefreshMinutes", "30"),
            .. _provider.Settings(("Grants:0:Claim", "sub"), ("Grants:0:Value", "machine")), .. settings,
        ];
        _server = await VtsServer.StartAsync([.. all.Select(setting => $"--{setting.Key}={setting.Value}"), "--Logging:Console:LogLevel:Default=None"], builder =>
        {
            builder.Services.AddSingleton<ILoggerProvider>(_log);
            builder.Services.AddSingleton<TimeProvider>(_time);
        }, CancellationToken.None);
        _http.BaseAddress = new Uri(_server.App.Urls.First());
    }

    // Behind requests: the first finds them due, and is not made to wait.
    private async Task AdvanceToRefreshAsync()
    {
        var before = await _provider.FetchesAsync();
        _time.Advance(TimeSpan.FromMinutes(30));
        await ReadyAsync();
        Assert.Equal(before + 1, await _provider.FetchesAsync());
    }

    private async Task<(int Status, string? Code, TimeSpan? RetryAfter)> ReadAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.Add("token", token);
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"], response.Headers.RetryAfter?.Delta);
    }

    private async Task<(int, string?, string?)> ReadyAsync()
    {
        using var response = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return ((int)response.StatusCode, (string?)answer["status"], (string?)answer["issuers"]!["idp"]!["status"]);
    }
}
