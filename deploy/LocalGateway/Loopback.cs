using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Vts.LocalGateway;

/// <summary>A small web server for one of the parts that are stood in for.</summary>
internal static class Loopback
{
    /// <summary>Any free port of this machine.</summary>
    public const string FreePort = "http://127.0.0.1:0";

    /// <summary>Starts it on a free port.</summary>
    public static Task<WebApplication> StartAsync(RequestDelegate answer, Action<KestrelServerOptions> configure, CancellationToken cancellationToken) =>
        StartAsync(FreePort, answer, configure, cancellationToken);

    /// <summary>Starts it on these addresses, separated by semicolons.</summary>
    public static async Task<WebApplication> StartAsync(string urls, RequestDelegate answer, Action<KestrelServerOptions> configure, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Whoever is frozen on the other side is silent for as long as that lasts.
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromDays(1);
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            configure(kestrel);
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();

        var application = builder.Build();
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            application.Urls.Add(url);
        }

        application.Run(answer);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        return application;
    }

    /// <summary>Closes it at once, with all that is under way.</summary>
    public static async ValueTask StopAsync(WebApplication application)
    {
        await application.StopAsync(new CancellationToken(canceled: true));
        await application.DisposeAsync();
    }

    /// <summary>Leaves signals to whoever embeds it.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
