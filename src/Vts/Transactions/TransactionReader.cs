using Extend;
using Vts.Callers;
using Vts.Cards;
using Vts.Freshness;

namespace Vts.Transactions;

/// <summary>Reads transactions for a caller. Every way to a transaction leads through here.</summary>
public sealed class TransactionReader(ExtendAccounts accounts, CardReader cards, KeptReads kept)
{
    /// <summary>A card's 25 most recent transactions, newest first; null if the id is malformed, unknown or not this caller's.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public async Task<Fresh<Transaction[]>?> FindAsync(Caller caller, string cardId, Demand demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!ExtendId.IsVirtualCard(cardId))
        {
            return null;
        }

        var client = accounts[caller.Account];
        return await kept.ReadAsync(TransactionResources.OfCard.Of(client.Account, cardId), demand, ReadAsync, elsewhere: null, cancellationToken);

        async Task<Transaction[]?> ReadAsync() =>
            await client.FindRecentTransactionsAsync(cardId, MostRecent.Count, caller.Name, CancellationToken.None) is { } found ? MostRecent.Of(cardId, found) : null;
    }

    /// <summary>
    /// The 25 most recent transactions of each of the caller's cards, newest first over all. What is not kept is asked for side
    /// by side; the first card that fails ends the whole.
    /// </summary>
    /// <exception cref="ExtendException">Extend did not answer rightly for one card or for the list of them; no part is given.</exception>
    public async Task<Fresh<Transaction[]>> ListAsync(Caller caller, Demand demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var client = accounts[caller.Account];
        var list = await cards.ReadAllAsync(caller, demand, cancellationToken);
        var ofCards = new CardsTransactions(client, kept, list, demand, caller.Name);
        return await ofCards.ReadAsync(cancellationToken);
    }
}
