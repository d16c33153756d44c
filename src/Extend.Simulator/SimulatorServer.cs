using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Extend.Simulator.Control;
using Extend.Simulator.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Extend.Simulator;

/// <summary>A running simulator of Extend on real sockets. Disposing it closes them.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SimulatorServer(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>Where it listens: the first address, with the port it really took, and a slash at the end.</summary>
    public Uri Address { get; }

    /// <summary>Starts a simulator and returns once it listens.</summary>
    /// <param name="options">How it starts; see <see cref="SimulatorOptions"/>.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="SimulatorOptionsException">An option is not one that exists or can be met.</exception>
    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var urls = ListenAddresses.Read(options.Urls, canEncrypt: options.Certificate is not null).ToArray();
        var simulation = new Simulation(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (options.Certificate is { } path)
        {
            var certificate = ReadCertificate(path);
            builder.WebHost.UseKestrelHttpsConfiguration()
                .ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        }

        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();

        var application = builder.Build();
        application.UseRouting();
        application.MapControl(simulation);
        application.MapExtend(new Exchange(simulation));
        foreach (var url in urls)
        {
            application.Urls.Add(url);
        }

        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new SimulatorServer(application, new Uri(addresses.Addresses.First()));
    }

    /// <summary>Stops listening, lets answers on their way finish, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static X509Certificate2 ReadCertificate(string path)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(path);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SimulatorOptionsException($"'{path}' does not hold a certificate and its key: {fault.Message}", fault);
        }
    }

    /// <summary>Leaves signals to whoever embeds the simulator.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
