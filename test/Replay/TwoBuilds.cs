using System.Security.Cryptography;
using System.Text;
using Extend.Simulator;
using Vts.Testing;

namespace Vts.Bench.Replay.Tests;

/// <summary>Two servers over one simulator, and before the second one something that changes its answers where a test wants it.</summary>
public sealed class TwoBuilds : IAsyncLifetime
{
    /// <summary>The caller's token.</summary>
    public const string Token = "a-token-that-a-recording-must-not-hold";

    private SimulatorServer _simulator = null!;
    private ServerProcess _first = null!;
    private ServerProcess _second = null!;

    /// <summary>The build that serves.</summary>
    public string First { get; private set; } = "";

    /// <summary>The build that is to serve.</summary>
    public string Second { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" });
        (_first, _second) = (Start(), Start());
        First = (await _first.AddressAsync()).AbsoluteUri;
        Second = (await _second.AddressAsync()).AbsoluteUri;
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private ServerProcess Start() => new(["--urls", "http://127.0.0.1:0"], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Extend__BaseUrl"] = _simulator.Address.ToString(),
        ["Extend__Accounts__main__ApiKey"] = "apik_demo",
        ["Extend__Accounts__main__ApiSecret"] = "demo",
        ["Freshness__Cards"] = "0",
        ["Freshness__Transactions"] = "0",
        ["Limits__RequestsPerSecond"] = "100000",
        ["Limits__Burst"] = "1000000",
        ["Limits__Concurrency"] = "100000",
        ["Limits__FailedAuthenticationsPerMinute"] = "1000000",
        ["Callers__0__Name"] = "tester",
        ["Callers__0__TokenSha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token))),
        ["Callers__0__Account"] = "main",
    });
}
