namespace Extend.Transactions;

/// <summary>Reads at least a card's most recent transactions, in any order; each door has its own way.</summary>
internal interface IRecentTransactions
{
    /// <summary>The transactions; null if Extend says that there is no such card. Empty does not prove that there is one.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    Task<IReadOnlyList<Transaction>?> ReadAsync(string cardId, int count, bool isBrief, Asking asking, CancellationToken cancellationToken);
}
