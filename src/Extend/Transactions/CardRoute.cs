namespace Extend.Transactions;

/// <summary>The older door's way to a card's most recent transactions: the card's own route.</summary>
internal sealed class CardRoute(CardPages pages) : IRecentTransactions
{
    public Task<IReadOnlyList<Transaction>?> ReadAsync(string cardId, int count, bool isBrief, Asking asking, CancellationToken cancellationToken) =>
        pages.ReadAsync(new HistoryStretch(cardId, TransactionStatus.All, Top: null, Bottom: null, count, IsOfKnownCard: false, isBrief, asking), count, top: null, cancellationToken);
}
