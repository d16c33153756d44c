using Extend;

namespace Vts.Server.Hosting;

/// <summary>Renews the sessions in use before they run out, as long as the server runs.</summary>
internal sealed class KeepSessions(ExtendAccounts accounts, TimeProvider time) : BackgroundService
{
    // A token may live for seconds only; looking more often than this would gain nothing.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = await accounts.Keeper.KeepAsync(stoppingToken);
            await Task.Delay(wait > Shortest ? wait : Shortest, time, stoppingToken);
        }
    }
}
