using System.Runtime.CompilerServices;
using Extend;
using Vts.Callers;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Freshness;
using Vts.Transactions.History;
using Vts.Transactions.Streams;

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
        var found = await kept.ReadAsync(TransactionResources.OfCard.Of(client.Account, cardId), demand, caller.Name, ReadAsync, elsewhere: null, cancellationToken);
        return (card is null || found is null ? found : found with { Vintage = found.Vintage.With(card.Vintage) })?.Showing(caller.Fields);

        // A card that is known to be there need not be looked for once more where it has no transactions.
        async Task<Transaction[]?> ReadAsync(Asking asking) => card is not null
            ? await MostRecent.OfKnownCardAsync(client, cardId, isBrief: false, asking, CancellationToken.None)
            : await client.FindRecentTransactionsAsync(cardId, MostRecent.Count, asking, CancellationToken.None) is { } recent
            ? MostRecent.Of(cardId, recent) : null;
    }

    /// <summary>
    /// The same card by card, in the order of cards: what is kept, the rest from Extend as the rows are taken. Of cards of which
    /// something is kept, what is asked for so takes its place; of others it is not kept.
    /// </summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    internal async Task<RowStream> OpenAsync(Caller caller, bool isBrief, Demand demand, Coverage coverage, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Transactions);
        var covered = await cards.Of(caller, demand).ReadAllAsync(cancellationToken);
        var client = accounts[caller.Account];
        string[] ids = [.. covered.Value.Select(card => card.Id)];
        var vintage = ids.Select(cardId => kept.Look(KeyOf(cardId), demand)?.Vintage).OfType<Vintage>()
            .Aggregate(Vintage.NotKept.With(covered.Vintage), (whole, part) => whole.With(part));
        return new RowStream(new CardsInOrder(ids, RowsOf, client.Concurrency, coverage).ReadAsync(cancellationToken), vintage);

        ReadKey<Transaction[]> KeyOf(string cardId) => TransactionResources.OfCard.Of(client.Account, cardId);

        async IAsyncEnumerable<Transaction> RowsOf(string cardId, [EnumeratorCancellation] CancellationToken leaving)
        {
            var key = KeyOf(cardId);
            var recent = kept.Look(key, demand)?.Value
                ?? (kept.Peek(key) is not null
                    ? await RenewAsync(key, cardId, leaving)
                    : await MostRecent.OfKnownCardAsync(client, cardId, isBrief, new Asking(HistoryShare.Of(caller)), leaving))
                ?? throw new ExtendException(ExtendFault.AnswerInconsistent);
            foreach (var transaction in recent)
            {
                yield return transaction;
            }
        }

        // What is kept is out of time for everybody: many lists at once ask for it once. How old a stale one is could no longer be said.
        async Task<Transaction[]?> RenewAsync(ReadKey<Transaction[]> key, string cardId, CancellationToken leaving) => (await kept.ReadAsync(
            key, demand with { StaleIfError = null }, caller.Name, asking => MostRecent.OfKnownCardAsync(client, cardId, isBrief: false, asking, CancellationToken.None),
            elsewhere: null, leaving))?.Value;
    }

    /// <summary>
    /// The 25 most recent transactions of each of the caller's cards, newest first over all. What is not kept is asked for side
    /// by side. Of no other card is anything asked.
    /// </summary>
    /// <exception cref="ExtendException">Extend did not answer rightly for the list of cards.</exception>
    /// <exception cref="Errors.CardsUnansweredException">Of some cards there was no right answer, and the read is not lenient; no part is given.</exception>
    /// <exception cref="ScopeMissingException">The caller may not read transactions.</exception>
    internal async Task<Fresh<Transaction[]>> ListAsync(Caller caller, Demand demand, Coverage coverage, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Transactions);
        var covered = await cards.Of(caller, demand).ReadAllAsync(cancellationToken);
        var ofCards = new CardsTransactions(accounts[caller.Account], kept, covered, caller.Cards.Name, demand, caller.Name, coverage);
        return (await ofCards.ReadAsync(cancellationToken)).Showing(caller.Fields);
    }
}
