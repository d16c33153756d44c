using Vts.Callers.Issuers;

namespace Vts.Server.Hosting;

/// <summary>Fetches the issuers' keys before the first request, and whenever they are due, so that an outage finds them fresh.</summary>
internal sealed class KeepIssuers(TrustedIssuers issuers, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await issuers.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken);
            await issuers.RefreshAsync(stoppingToken);
        }
    }
}
