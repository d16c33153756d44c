using Extend;
using Vts.Callers;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Freshness;

namespace Vts.Transactions;

/// <summary>Reads transactions for a caller: within its scopes, its card rule and its field rule. Every way to a transaction leads through here.</summary>
public sealed class TransactionReader(ExtendAccounts accounts, CardReader cards, KeptReads kept)
{
    /// <summary>A card's 25 most recent transactions, newest first; null if the id is malformed, unknown or not this caller's.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    /// <exception cref="ScopeMissingException">The caller may not read transactions.</exception>
    public async Task<Fresh<Transaction[]>?> FindAsync(Caller caller, string cardId, Demand demand, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Transactions);
        if (!ExtendId.IsVirtualCard(cardId) || !caller.Cards.MayCover(cardId))
        {
            return null;
        }

        // Where the id alone does not tell, the card comes first: of one that is outside the rule no transaction is asked for.
        var card = caller.Cards.NeedsCard ? await cards.Of(caller, demand).FindAsync(cardId, cancellationToken) : null;
        if (card is null && caller.Cards.NeedsCard)
        {
            return null;
        }

        var client = accounts[caller.Account];
        var found = await kept.ReadAsync(TransactionResources.OfCard.Of(client.Account, cardId), demand, ReadAsync, elsewhere: null, cancellationToken);
        return (card is null || found is null ? found : found with { Vintage = found.Vintage.With(card.Vintage) })?.Showing(caller.Fields);

        // A card that is known to be there need not be looked for once more where it has no transactions.
        async Task<Transaction[]?> ReadAsync() =>
            (card is null
                ? await client.FindRecentTransactionsAsync(cardId, MostRecent.Count, caller.Name, CancellationToken.None)
                : await client.ListRecentTransactionsAsync(cardId, MostRecent.Count, caller.Name, CancellationToken.None)) is { } recent
            ? MostRecent.Of(cardId, recent) : null;
    }

    /// <summary>
    /// The 25 most recent transactions of each of the caller's cards, newest first over all. What is not kept is asked for side
    /// by side; the first card that fails ends the whole. Of no other card is anything asked.
    /// </summary>
    /// <exception cref="ExtendException">Extend did not answer rightly for one card or for the list of them; no part is given.</exception>
    /// <exception cref="ScopeMissingException">The caller may not read transactions.</exception>
    public async Task<Fresh<Transaction[]>> ListAsync(Caller caller, Demand demand, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Transactions);
        var covered = await cards.Of(caller, demand).ReadAllAsync(cancellationToken);
        var ofCards = new CardsTransactions(accounts[caller.Account], kept, covered, caller.Cards.Name, demand, caller.Name);
        return (await ofCards.ReadAsync(cancellationToken)).Showing(caller.Fields);
    }
}
