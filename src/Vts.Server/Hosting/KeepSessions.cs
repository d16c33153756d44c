using Extend;

namespace Vts.Server.Hosting;

/// <summary>Renews the sessions in use before they run out, as long as the server runs.</summary>
internal sealed class KeepSessions(ExtendAccounts accounts) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => accounts.Keeper.RunAsync(stoppingToken);
}
