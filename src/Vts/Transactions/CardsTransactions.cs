using Extend;
using Vts.Cards;
using Vts.Freshness;

namespace Vts.Transactions;

/// <summary>One read of several cards' transactions: what is kept of them, the rest from Extend side by side, and the list made of both.</summary>
internal sealed class CardsTransactions(ExtendClient client, KeptReads kept, Fresh<CardList> list, Demand demand, string share)
{
    private readonly Card[] _cards = list.Value.All;
    private readonly Fresh<Transaction[]>?[] _parts = new Fresh<Transaction[]>?[list.Value.All.Length];

    /// <summary>All of them in one list, as old as its oldest part.</summary>
    public async Task<Fresh<Transaction[]>> ReadAsync(CancellationToken cancellationToken)
    {
        int[] missing = [.. Enumerable.Range(0, _cards.Length).Where(i => (_parts[i] = Recall(_cards[i].Id)) is null)];
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = client.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(missing, sideBySide, async (i, token) => _parts[i] = await AskAsync(_cards[i].Id, token));
        return Compose();
    }

    // Where the list of cards is stale, Extend has just failed, and each card would only meet the same failure.
    private Fresh<Transaction[]>? Recall(string cardId) =>
        kept.Recall(Key(cardId), demand, () => ReadAsync(cardId))
        ?? (list.Vintage.Origin is Origin.Stale ? kept.RecallOnError(Key(cardId), demand) : null);

    private async Task<Fresh<Transaction[]>> AskAsync(string cardId, CancellationToken cancellationToken) =>
        await kept.ReadAsync(Key(cardId), demand, () => ReadAsync(cardId), elsewhere: null, cancellationToken)
        ?? throw new ExtendException(ExtendFault.AnswerInconsistent);

    private async Task<Transaction[]?> ReadAsync(string cardId) =>
        MostRecent.Of(cardId, await client.ListRecentTransactionsAsync(cardId, MostRecent.Count, share, CancellationToken.None));

    private ReadKey<Transaction[]> Key(string cardId) => TransactionResources.OfCard.Of(client.Account, cardId);

    // While no part changes, neither does the list made of them: it is kept with what is written of it.
    private Fresh<Transaction[]> Compose()
    {
        var vintage = _parts.Aggregate(list.Vintage, (whole, part) => whole.With(part!.Vintage));
        Transaction[][] parts = [.. _parts.Select(part => part!.Value)];
        var key = TransactionResources.OfAllCards.Of(client.Account);
        if (kept.Peek(key)?.Value is { } known && known.IsOf(parts))
        {
            return new(known.Whole, vintage);
        }

        var composed = Composed.Of(parts);
        kept.Keep(key, composed);
        return new(composed.Whole, vintage);
    }
}
