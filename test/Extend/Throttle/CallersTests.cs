using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using Extend.Accounts;
using Extend.Guard;
using Extend.Sessions;
using Extend.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Extend.Tests.Throttle;

/// <summary>The throttle in its place: over real sockets and the real clock.</summary>
public sealed class CallersTests
{
    private const string Card = "vc_A681POqRINI7goyrCNPff7";

    [Fact]
    public async Task Eight_calls_are_under_way_at_most_and_one_caller_passes_anothers_five_hundred()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" });
        using (var control = new HttpClient { BaseAddress = simulator.Address })
        {
            using var slow = await control.PatchAsJsonAsync("sim/switches", new { latency = 20 });
        }

        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var underWay = new MetricCollector<int>(meters, ExtendAccounts.MeterName, "extend.client.throttle.under_way");
        var options = new ExtendOptions { BaseUrl = simulator.Address.ToString() };
        options.Accounts["main"] = new AccountOptions { ApiKey = "apik_demo", ApiSecret = "demo" };
        using var accounts = new ExtendAccounts(
            options, new SessionOptions(), new MemorySessionStore(), new MemoryGuardStore(), TimeProvider.System, meters, NullLoggerFactory.Instance);

        var many = Enumerable.Range(0, 500).Select(_ => accounts["main"].FindVirtualCardAsync(Card, new Asking("many"), default)).ToList();
        await accounts["main"].FindVirtualCardAsync(Card, new Asking("one"), default);
        var passed = many.Count(read => read.IsCompleted);
        await Task.WhenAll(many);

        Assert.InRange(passed, 0, 100);
        var taken = 0;
        Assert.Equal(8, underWay.GetMeasurementSnapshot().Max(change => taken += change.Value));
        Assert.Equal(0, taken);
    }
}
