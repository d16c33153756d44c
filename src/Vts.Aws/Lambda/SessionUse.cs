using Extend;
using Extend.Sessions;
using Microsoft.Extensions.Logging;
using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Lambda;

/// <summary>
/// Tells the fleet after a call which sessions it used, so that the schedule keeps those and no others. Before the answer is
/// left, because nothing runs after it.
/// </summary>
internal sealed partial class SessionUse(IInvocationHandler inner, ExtendAccounts accounts, ILogger<SessionUse> log) : IInvocationHandler
{
    public async Task<Outcome> HandleAsync(Invocation invocation, CancellationToken deadline)
    {
        var outcome = await inner.HandleAsync(invocation, deadline);
        try
        {
            await accounts.Keeper.MarkUseAsync(deadline);
        }
        catch (Exception fault) when (fault is SessionStoreException or OperationCanceledException)
        {
            LogUntold(log, fault.Message);
        }

        return outcome;
    }

    [LoggerMessage(1, LogLevel.Warning, "The use of the sessions was not told: {Fault}")]
    private static partial void LogUntold(ILogger log, string fault);
}
