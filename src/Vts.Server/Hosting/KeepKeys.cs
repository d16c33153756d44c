using Vts.Callers.Keys;

namespace Vts.Server.Hosting;

/// <summary>Reads the API keys before the first request, and tells their store now and then, and at the end, which were used.</summary>
internal sealed partial class KeepKeys(KeyRing keys, KeyUses uses, TimeProvider time, ILogger<KeepKeys> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <exception cref="KeyStoreException">The store is wrong, and waiting would not mend it.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keys.RefreshAsync(cancellationToken);
        }
        catch (KeyStoreException away) when (away.MayPass)
        {
            LogAway(log);
        }

        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await uses.TellAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken);
            await uses.TellAsync(stoppingToken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The server starts without its API keys; they are refused as unknowable until the key store answers")]
    private static partial void LogAway(ILogger log);
}
