using Extend.Simulator;
using Microsoft.Extensions.Options;
using Vts.Aws;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;
using Vts.Operations;
using Vts.Server.Audit;
using Vts.Server.Contract;
using Vts.Server.Health;

namespace Vts.Server.Hosting;

/// <summary>The one-machine host, put together from top to bottom.</summary>
internal sealed class VtsServer : IAsyncDisposable
{
    private const string DefaultUrl = "http://localhost:5080";

    // A watch on the content root would read every folder below it; nothing here is reloaded.
    private static readonly string[] Fixed = ["--hostBuilder:reloadConfigOnChange=false"];

    private readonly SimulatorServer? _simulator;

    private VtsServer(WebApplication app, SimulatorServer? simulator)
    {
        App = app;
        _simulator = simulator;
    }

    /// <summary>The running application.</summary>
    public WebApplication App { get; }

    /// <summary>Serves until the process is told to stop.</summary>
    public static async Task RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var server = await StartAsync(settings, configure: null, cancellationToken);
        await server.App.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>Starts the server, and the simulator where no Extend account is configured.</summary>
    /// <param name="settings">Settings in the command line's form.</param>
    /// <param name="configure">For a host that adds its own, such as a test.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<VtsServer> StartAsync(string[] settings, Action<WebApplicationBuilder>? configure, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [.. Fixed, .. settings],
            ContentRootPath = AppContext.BaseDirectory,
        });
        configure?.Invoke(builder);

        var simulator = await BuiltInSimulator.StartIfNeededAsync(builder.Configuration, cancellationToken);
        try
        {
            var app = Build(builder);

            // A record that cannot be kept fails the start, not the first request.
            _ = app.Services.GetService<AuditFile>();
            await app.StartAsync(cancellationToken);
            Banner.Write(app, simulator?.Address);
            PlainHttp.Warn(app);
            return new VtsServer(app, simulator);
        }
        catch when (simulator is not null)
        {
            await simulator.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }
    }

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        ServerDefaults.Apply(builder, DefaultUrl);
        builder.AddProxies();
        builder.AddCrossOrigin();
        builder.AddCompression();
        builder.AddAuditFile();
        builder.Services.AddAwsStores(builder.Configuration).AddVts(builder.Configuration)
            .AddOperation<ListCards>()
            .AddOperation<ListActiveCards>()
            .AddOperation<GetCard>()
            .AddOperation<ListCardTransactions>()
            .AddOperation<ListTransactions>()
            .AddOperation<SummarizeTransactions>()
            .AddOperation<GetMe>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<KeepSessions>();
        builder.Services.AddHostedService<WatchApiKeys>();
        if (builder.Configuration.KeyStore() is not KeyStoreKind.None)
        {
            builder.Services.AddHostedService<KeepKeys>();
        }

        if (builder.Configuration.HasIssuers())
        {
            builder.Services.AddHostedService<KeepIssuers>();
        }

        builder.Services.AddContract();

        var app = builder.Build();

        // Before anything takes a setting from one section, so that the faults of all sections are told at once.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.UseUnreadBodies();
        app.UseProxies();
        app.UseCrossOrigin();
        app.UseCompression();
        app.UseVts();
        app.MapOperation<ListCards>()
            .MapOperation<ListActiveCards>()
            .MapOperation<GetCard>()
            .MapOperation<ListCardTransactions>()
            .MapOperation<ListTransactions>()
            .MapOperation<SummarizeTransactions>()
            .MapOperation<GetMe>();
        app.MapHealth();
        app.MapContract();
        return app;
    }
}
