using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers;
using Vts.Callers.Issuers;
using Vts.Testing;

namespace Vts.Tests.Callers.Issuers;

/// <summary>An issuer over a real socket, what judges its tokens, and a clock that stands.</summary>
internal sealed class IssuerWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private IssuerWorld(TestIssuer issuer, FakeTimeProvider time, (string Key, string Value)[] settings)
    {
        Issuer = issuer;
        Time = time;
        _services = Services(time, Log, [("Authority", issuer.Url), ("Audiences:0", TestIssuer.Audience), ("Grants:0:Claim", "sub"), ("Grants:0:Value", "robot"), .. settings]);
        Fetched = new MetricCollector<double>(_services.GetRequiredService<IMeterFactory>(), "Vts", "vts.issuer.fetch.duration");
    }

    public TestIssuer Issuer { get; }

    public FakeTimeProvider Time { get; }

    public FakeLogCollector Log { get; } = new();

    public MetricCollector<double> Fetched { get; }

    public TrustedIssuers Trusted => _services.GetRequiredService<TrustedIssuers>();

    public IssuerState State => Trusted.States.Single();

    public static async Task<IssuerWorld> StartAsync(params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-24T12:00:00Z", CultureInfo.InvariantCulture));
        return new IssuerWorld(await TestIssuer.StartAsync(time), time, settings);
    }

    /// <summary>All services, with the issuer <c>idp</c> so configured; of two settings of one key the last holds.</summary>
    public static ServiceProvider Services(TimeProvider time, FakeLogCollector log, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Extend:Accounts:main:BearerToken", "x"),
            .. settings.GroupBy(setting => setting.Key).Select(same => same.Last()).Select(setting => KeyValuePair.Create($"Callers:Issuers:idp:{setting.Key}", (string?)setting.Value)),
        ]).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(time).AddMetrics()
            .AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(log)))
            .AddVts(configuration).BuildServiceProvider();
    }

    public async Task<Caller?> CallerAsync(string token) => (await Trusted.JudgeAsync(token, CancellationToken.None)).Caller;

    public async Task<RefusalReason?> RefusedAsync(string token) => (await Trusted.JudgeAsync(token, CancellationToken.None)).Refused?.Reason;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
