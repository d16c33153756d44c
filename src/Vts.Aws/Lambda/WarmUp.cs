using Extend;
using Microsoft.Extensions.Logging;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;

namespace Vts.Aws.Lambda;

/// <summary>
/// Spends the end of the start on what the first call would otherwise wait for: the session and the API keys are read, the
/// issuers' keys fetched and the connection to Extend opened, side by side. Nothing that fails here fails the start; the first call tries again.
/// </summary>
internal sealed partial class WarmUp(ExtendAccounts accounts, TimeProvider time, ILogger<WarmUp> log, KeyRing? keys = null, TrustedIssuers? issuers = null)
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1.5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(Most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        await Task.WhenAll(
            TryAsync("sessions", accounts.Keeper.RecallAsync(either.Token)),
            TryAsync("keys", keys?.RefreshAsync(either.Token) ?? Task.CompletedTask),
            TryAsync("issuers", issuers?.RefreshAsync(either.Token) ?? Task.CompletedTask),
            TryAsync("connections", accounts.OpenAheadAsync(either.Token)));

        async Task TryAsync(string what, Task work)
        {
            try
            {
                await work.WaitAsync(either.Token);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                LogCold(log, what, fault.Message);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Not ready ahead of the first call: {What}: {Fault}")]
    private static partial void LogCold(ILogger log, string what, string fault);
}
