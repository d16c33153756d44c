using Extend;
using Extend.Transactions;
using Vts.Callers;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Freshness;
using Vts.Queries;
using Vts.Transactions.Streams;
using Vts.Transactions.Summary;

namespace Vts.Transactions.History;

/// <summary>
/// Reads the whole history of transactions for a caller, as far as it is asked for: within its scopes, its card rule and its field
/// rule. What is read is not kept. Every way to a transaction leads through here or through <see cref="TransactionReader"/>.
/// </summary>
public sealed class HistoryReader(ExtendAccounts accounts, CardReader cards)
{
    // Whoever reads all of it is asked about as seldom as Extend allows.
    private const int WholePage = 500;

    /// <summary>What one card has after a place, and one row more than asked for if there is one; null if the id is malformed, unknown or not this caller's.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    /// <exception cref="ScopeMissingException">The caller may not read transactions.</exception>
    internal async Task<Fresh<Transaction[]>?> FindAsync(
        Caller caller, string cardId, TransactionFilter filter, bool isBrief, HistoryPosition? after, int limit, Demand demand, CancellationToken cancellationToken)
    {
        if (!await MayReadAsync(caller, cardId, demand, cancellationToken))
        {
            return null;
        }

        var isKnown = after is not null || caller.Cards.NeedsCard;
        var history = Of(caller, filter, isBrief, isKnown);
        var rows = await accounts[caller.Account].ReadWholeAsync(
            token => history.ReadAsync(cardId, after, limit + 1, token).Take(limit + 1).ToArrayAsync(token).AsTask(), cancellationToken);

        // An unknown card's history is as empty as an unused one's.
        return rows.Length == 0 && after is null && await cards.Of(caller, demand).FindAsync(cardId, cancellationToken) is null
            ? null
            : new Fresh<Transaction[]>(rows, Vintage.NotKept).Showing(caller.Fields);
    }

    /// <summary>All that one card has, newest first, for a card that is known to be the caller's; null as for <see cref="FindAsync"/>.</summary>
    /// <inheritdoc cref="FindAsync" path="/exception"/>
    internal async Task<RowStream?> FindAllAsync(
        Caller caller, string cardId, TransactionFilter filter, bool isBrief, Demand demand, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Transactions);
        return await cards.Of(caller, demand).FindAsync(cardId, cancellationToken) is { } card
            ? new RowStream(Of(caller, filter, isBrief).ReadAsync(cardId, after: null, WholePage, cancellationToken), Vintage.NotKept.With(card.Vintage))
            : null;
    }

    /// <summary>What all of the caller's cards together have after a place, newest first, and one row more than asked for if there is one.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly for the list of cards.</exception>
    /// <exception cref="Errors.CardsUnansweredException">Of some cards there was no right answer, and the read is not lenient.</exception>
    /// <exception cref="ScopeMissingException">The caller may not read transactions.</exception>
    internal async Task<Fresh<Transaction[]>> ListAsync(
        Caller caller, TransactionFilter filter, bool isBrief, HistoryPosition? after, int limit, Demand demand, Coverage coverage, CancellationToken cancellationToken)
    {
        var covered = await CoveredAsync(caller, demand, cancellationToken);
        var history = new MergedHistory(Of(caller, filter, isBrief), coverage);
        var rows = await accounts[caller.Account].ReadWholeAsync(token => history.ReadAsync(Ids(covered), after, limit, token), cancellationToken);
        return new Fresh<Transaction[]>([.. rows], Vintage.NotKept.With(covered.Vintage)).Showing(caller.Fields);
    }

    /// <summary>The 25 most recent of each of the caller's cards that match, newest first over all.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    internal async Task<Fresh<Transaction[]>> ListRecentAsync(
        Caller caller, TransactionFilter filter, bool isBrief, Demand demand, Coverage coverage, CancellationToken cancellationToken)
    {
        var all = await OpenAsync(caller, filter, isBrief, MostRecent.Count, demand, coverage, cancellationToken);
        var rows = await accounts[caller.Account].ReadWholeAsync(token => all.Rows.ToArrayAsync(token).AsTask(), cancellationToken);
        return new Fresh<Transaction[]>([.. MostRecent.Order(rows)], all.Vintage).Showing(caller.Fields);
    }

    /// <summary>All that the caller's cards have, card by card in the order of cards, newest first within each.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="isBrief">Whether only the usual members are wanted.</param>
    /// <param name="most">How many of each card at most; null for all.</param>
    /// <param name="demand">How fresh the list of cards must be.</param>
    /// <param name="coverage">Notes which cards were answered for.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    internal async Task<RowStream> OpenAsync(
        Caller caller, TransactionFilter filter, bool isBrief, int? most, Demand demand, Coverage coverage, CancellationToken cancellationToken)
    {
        var covered = await CoveredAsync(caller, demand, cancellationToken);
        var history = Of(caller, filter, isBrief);
        return new RowStream(new CardsInOrder(Ids(covered), RowsOf, history.SideBySide, coverage).ReadAsync(cancellationToken), Vintage.NotKept.With(covered.Vintage));

        IAsyncEnumerable<Transaction> RowsOf(string cardId, CancellationToken leaving) => most is { } count
            ? history.ReadAsync(cardId, after: null, count, leaving).Take(count)
            : history.ReadAsync(cardId, after: null, WholePage, leaving);
    }

    /// <summary>Exact sums and counts of what the caller's cards have, by group.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    internal async Task<Fresh<SummaryRow[]>> SummarizeAsync(
        Caller caller, TransactionFilter filter, Grouping grouping, Demand demand, Coverage coverage, CancellationToken cancellationToken)
    {
        var covered = await CoveredAsync(caller, demand, cancellationToken);
        var history = Of(caller, filter, isBrief: true);
        var totals = new Totals(SummaryFields.Within(grouping, caller.Fields), covered.Value);
        var all = new CardsInOrder(Ids(covered), (cardId, leaving) => history.ReadAsync(cardId, after: null, WholePage, leaving), history.SideBySide, coverage);
        var rows = await accounts[caller.Account].ReadWholeAsync(AddAsync, cancellationToken);
        return new Fresh<SummaryRow[]>(rows, Vintage.NotKept.With(covered.Vintage)).Showing(SummaryFields.Of(caller.Fields));

        async Task<SummaryRow[]> AddAsync(CancellationToken token)
        {
            await foreach (var transaction in all.ReadAsync(token))
            {
                totals.Add(transaction);
            }

            return totals.Rows();
        }
    }

    private async Task<bool> MayReadAsync(Caller caller, string cardId, Demand demand, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Transactions);
        return ExtendId.IsVirtualCard(cardId) && caller.Cards.MayCover(cardId)

            // Where the id alone does not tell, the card comes first: of one that is outside the rule no transaction is asked for.
            && (!caller.Cards.NeedsCard || await cards.Of(caller, demand).FindAsync(cardId, cancellationToken) is not null);
    }

    private Task<Fresh<Card[]>> CoveredAsync(Caller caller, Demand demand, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Transactions);
        return cards.Of(caller, demand).ReadAllAsync(cancellationToken);
    }

    private CardHistory Of(Caller caller, TransactionFilter filter, bool isBrief, bool areKnown = true) =>
        new(accounts[caller.Account], filter, HistoryShare.Of(caller), areKnown, isBrief);

    private static string[] Ids(Fresh<Card[]> covered) => [.. covered.Value.Select(card => card.Id)];
}
