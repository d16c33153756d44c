using System.Runtime.InteropServices;

namespace Extend.Simulator.Transactions;

/// <summary>What a card's transactions come to, in minor units.</summary>
/// <param name="SpentCents">Settled, in the present period.</param>
/// <param name="HeldCents">Authorized and not yet settled.</param>
/// <param name="LifetimeSpentCents">Settled, over all periods.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ledger(long SpentCents, long HeldCents, long LifetimeSpentCents)
{
    /// <summary>Adds up transactions; null for <paramref name="periodStart"/> makes the card's life one period.</summary>
    public static Ledger Of(IReadOnlyList<Transaction> transactions, DateTimeOffset? periodStart)
    {
        long spent = 0, held = 0, lifetime = 0;
        foreach (var transaction in transactions)
        {
            lifetime += transaction.ClearingBillingCents;
            spent += periodStart is null || transaction.ClearedAt >= periodStart ? transaction.ClearingBillingCents : 0;
            held += transaction.Status == "PENDING" ? transaction.AuthBillingCents : 0;
        }

        return new Ledger(spent, held, lifetime);
    }
}
