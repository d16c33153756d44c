using Extend;
using Extend.Accounts;

namespace Vts.Server.Hosting;

/// <summary>Warns in the log when an account's API key ends in 30, 14, 7 or 1 days, and when it has ended; each once.</summary>
internal sealed partial class WatchApiKeys(ExtendAccounts accounts, TimeProvider time, ILogger<WatchApiKeys> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly Dictionary<string, int> _warned = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Warn();
            await Task.Delay(Every, time, stoppingToken);
        }
    }

    private void Warn()
    {
        foreach (var client in accounts.Clients)
        {
            if (client.ApiKeyExpires is { } expires
                && ApiKeyExpiry.DaysLeft(expires, time.GetUtcNow()) is var left
                && ApiKeyExpiry.WarningDue(left) is { } due
                && due < _warned.GetValueOrDefault(client.Account, int.MaxValue))
            {
                _warned[client.Account] = due;
                LogEnds(log, client.Account, expires, left);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The Extend API key of account {Account} ends on {Expires:yyyy-MM-dd}: {DaysLeft} days left. Ask Extend for a new one.")]
    private static partial void LogEnds(ILogger log, string account, DateOnly expires, int daysLeft);
}
