using Extend;
using Vts.Callers;

namespace Vts.Transactions;

/// <summary>Reads transactions for a caller. Every way to a transaction leads through here.</summary>
public sealed class TransactionReader(ExtendAccounts accounts)
{
    /// <summary>A card's 25 most recent transactions, newest first; null if the id is malformed, unknown or not this caller's.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public async Task<Transaction[]?> FindAsync(Caller caller, string cardId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return ExtendId.IsVirtualCard(cardId)
            && await accounts[caller.Account].FindRecentTransactionsAsync(cardId, MostRecent.Count, caller.Name, cancellationToken) is { } transactions
            ? MostRecent.Of(cardId, transactions)
            : null;
    }

    /// <summary>
    /// The 25 most recent transactions of each of the caller's cards, newest first over all. The cards are asked side by side;
    /// the first that fails ends the whole.
    /// </summary>
    /// <exception cref="ExtendException">Extend did not answer rightly for one card or for the list of them; no part is given.</exception>
    public async Task<Transaction[]> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var client = accounts[caller.Account];
        var cards = await client.ListVirtualCardsAsync(status: null, caller.Name, cancellationToken);
        var ofCard = new Transaction[cards.Count][];
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = client.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, cards.Count, sideBySide, async (i, token) =>
            ofCard[i] = MostRecent.Of(cards[i].Id, await client.ListRecentTransactionsAsync(cards[i].Id, MostRecent.Count, caller.Name, token)));
        return [.. MostRecent.Order(ofCard.SelectMany(transactions => transactions))];
    }
}
