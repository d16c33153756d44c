using Vts.Aws.Lambda.Runtime;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;

namespace Vts.Aws.Lambda;

/// <summary>
/// Ends what a call began behind itself, before the answer is left, because nothing runs after it: the key store is read to the end,
/// and told, once an hour, which keys are used; the issuers' keys are fetched to the end.
/// </summary>
internal sealed class KeyUse(IInvocationHandler inner, KeyRing? keys, KeyUses? uses, TrustedIssuers? issuers) : IInvocationHandler
{
    public async Task<Outcome> HandleAsync(Invocation invocation, CancellationToken deadline)
    {
        var outcome = await inner.HandleAsync(invocation, deadline);
        try
        {
            await Task.WhenAll(
                keys?.SettleAsync(deadline) ?? Task.CompletedTask,
                uses?.TellAsync(deadline) ?? Task.CompletedTask,
                issuers?.SettleAsync(deadline) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // The answer matters more.
        }

        return outcome;
    }
}
