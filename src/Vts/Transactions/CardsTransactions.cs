using Extend;
using Vts.Cards;
using Vts.Freshness;

namespace Vts.Transactions;

/// <summary>One read of several cards' transactions: what is kept of them, the rest from Extend side by side, and the list made of both.</summary>
/// <param name="client">The account at Extend.</param>
/// <param name="kept">What is kept.</param>
/// <param name="cards">The cards; no other is asked for.</param>
/// <param name="rule">Names the card rule that they are all the cards of.</param>
/// <param name="demand">How fresh the answer must be.</param>
/// <param name="share">Whose part of the account's places the read uses.</param>
/// <param name="coverage">Notes which cards were answered for.</param>
internal sealed class CardsTransactions(ExtendClient client, KeptReads kept, Fresh<Card[]> cards, string rule, Demand demand, string share, Coverage coverage)
{
    private readonly Card[] _cards = cards.Value;
    private readonly Fresh<Transaction[]>?[] _parts = new Fresh<Transaction[]>?[cards.Value.Length];

    /// <summary>All of them in one list, as old as its oldest part.</summary>
    /// <exception cref="Errors.CardsUnansweredException">Some cards failed, and the read is not lenient.</exception>
    public async Task<Fresh<Transaction[]>> ReadAsync(CancellationToken cancellationToken)
    {
        coverage.Ask(_cards.Length);
        int[] missing = [.. Enumerable.Range(0, _cards.Length).Where(i => (_parts[i] = Recall(_cards[i].Id)) is null)];
        return missing.Length == 0 ? Compose() : await client.ReadWholeAsync(token => AskAsync(missing, token), cancellationToken);
    }

    private async Task<Fresh<Transaction[]>> AskAsync(int[] missing, CancellationToken cancellationToken)
    {
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = client.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(missing, sideBySide, async (i, _) =>
        {
            // Where the list can no longer be whole, no further card is asked for.
            if (coverage.IsLenient || !coverage.HasFailed)
            {
                _parts[i] = await AskAsync(_cards[i].Id, cancellationToken);
            }
        });
        coverage.ThrowIfNotEnough();
        return Compose();
    }

    // Where the list of cards is stale, Extend has just failed, and each card would only meet the same failure.
    private Fresh<Transaction[]>? Recall(string cardId) =>
        kept.Recall(Key(cardId), demand, share, asking => ReadAsync(asking, cardId))
        ?? (cards.Vintage.Origin is Origin.Stale ? kept.RecallOnError(Key(cardId), demand) : null);

    private async Task<Fresh<Transaction[]>?> AskAsync(string cardId, CancellationToken cancellationToken)
    {
        try
        {
            return await kept.ReadAsync(Key(cardId), demand, share, asking => ReadAsync(asking, cardId), elsewhere: null, cancellationToken)
                ?? throw new ExtendException(ExtendFault.AnswerInconsistent);
        }
        catch (ExtendException failure)
        {
            coverage.Fail(cardId, failure);
            return null;
        }
    }

    // Others may wait for the same read, and ask for this card alone: to them one that is gone is no such card, and no failure.
    private Task<Transaction[]?> ReadAsync(Asking asking, string cardId) =>
        MostRecent.OfKnownCardAsync(client, cardId, isBrief: false, asking, CancellationToken.None);

    private ReadKey<Transaction[]> Key(string cardId) => TransactionResources.OfCard.Of(client.Account, cardId);

    private Fresh<Transaction[]> Compose()
    {
        Transaction[][] parts = [.. _parts.OfType<Fresh<Transaction[]>>().Select(part => part.Value)];
        Transaction[] Ordered() => [.. MostRecent.Order(parts.SelectMany(transactions => transactions))];

        // Only the whole is worth keeping: the next read may have other parts.
        var list = coverage.HasFailed ? Ordered() : kept.Derive(TransactionResources.OfCards.Of(client.Account, rule), parts, Ordered);
        return new(list, _parts.OfType<Fresh<Transaction[]>>().Aggregate(cards.Vintage, (vintage, part) => vintage.With(part.Vintage)));
    }
}
