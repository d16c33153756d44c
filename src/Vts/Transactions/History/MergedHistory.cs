using Extend;
using Extend.Transactions;

namespace Vts.Transactions.History;

/// <summary>Several cards' histories as one, newest first over all.</summary>
/// <param name="history">Their histories.</param>
/// <param name="coverage">Notes which cards were answered for.</param>
internal sealed class MergedHistory(CardHistory history, Coverage coverage)
{
    private const int FewestExpected = 10;

    /// <summary>The next rows after a place, and one more if there is one: it tells that these are not all.</summary>
    /// <param name="cardIds">The cards.</param>
    /// <param name="after">The place; null for the beginning.</param>
    /// <param name="limit">How many rows.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="Errors.CardsUnansweredException">A card failed, and the read is not lenient.</exception>
    public async Task<List<Transaction>> ReadAsync(IReadOnlyList<string> cardIds, HistoryPosition? after, int limit, CancellationToken cancellationToken)
    {
        coverage.Ask(cardIds.Count);
        var expected = Math.Clamp(2 * limit / Math.Max(1, cardIds.Count), Math.Min(FewestExpected, limit + 1), limit + 1);
        var histories = new IAsyncEnumerator<Transaction>[cardIds.Count];
        for (var i = 0; i < histories.Length; i++)
        {
            histories[i] = history.ReadAsync(cardIds[i], after, expected, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }

        try
        {
            return await TakeAsync(cardIds, histories, limit + 1, cancellationToken);
        }
        finally
        {
            foreach (var opened in histories)
            {
                await opened.DisposeAsync();
            }
        }
    }

    private async Task<List<Transaction>> TakeAsync(
        IReadOnlyList<string> cardIds, IAsyncEnumerator<Transaction>[] histories, int count, CancellationToken cancellationToken)
    {
        var hasRow = await StartAsync(cardIds, histories, cancellationToken);
        var newest = new PriorityQueue<int, HistoryPosition>();
        for (var i = 0; i < histories.Length; i++)
        {
            Enqueue(i, hasRow[i]);
        }

        var rows = new List<Transaction>();
        while (rows.Count < count && newest.TryDequeue(out var i, out _))
        {
            var row = histories[i].Current;
            if (rows.Count == 0 || rows[^1].Id != row.Id)
            {
                rows.Add(row);
            }

            Enqueue(i, rows.Count < count && await MoveAsync(cardIds[i], histories[i]));
        }

        coverage.ThrowIfNotEnough();
        return rows;

        void Enqueue(int i, bool isThere)
        {
            if (isThere)
            {
                newest.Enqueue(i, new HistoryPosition(histories[i].Current.AuthorizedAt, histories[i].Current.Id));
            }
        }
    }

    private async Task<bool[]> StartAsync(IReadOnlyList<string> cardIds, IAsyncEnumerator<Transaction>[] histories, CancellationToken cancellationToken)
    {
        var hasRow = new bool[histories.Length];
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = history.SideBySide, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, histories.Length, sideBySide, async (i, _) =>
        {
            // Where the list can no longer be whole, no further card is asked for.
            if (coverage.IsLenient || !coverage.HasFailed)
            {
                hasRow[i] = await MoveAsync(cardIds[i], histories[i]);
            }
        });
        coverage.ThrowIfNotEnough();
        return hasRow;
    }

    private async ValueTask<bool> MoveAsync(string cardId, IAsyncEnumerator<Transaction> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (ExtendException failure)
        {
            if (!coverage.Fail(cardId, failure))
            {
                coverage.ThrowIfNotEnough();
            }

            return false;
        }
    }
}
