using System.Runtime.CompilerServices;

namespace Vts.Transactions.Streams;

/// <summary>
/// Cards' rows one card after the other, in the cards' order. While one card's rows are taken, the next few cards are asked for
/// theirs, so that no more than a page of each of those is held.
/// </summary>
/// <param name="cardIds">The cards.</param>
/// <param name="rowsOf">A card's rows; asked for when they are first moved to.</param>
/// <param name="sideBySide">How many cards are asked for at once.</param>
/// <param name="coverage">Notes which cards were answered for.</param>
internal sealed class CardsInOrder(
    IReadOnlyList<string> cardIds, Func<string, CancellationToken, IAsyncEnumerable<Transaction>> rowsOf, int sideBySide, Coverage coverage)
{
    /// <summary>All rows. Whoever stops taking them ends every call that is under way.</summary>
    /// <exception cref="Errors.CardsUnansweredException">A card failed, and the read is not lenient.</exception>
    public async IAsyncEnumerable<Transaction> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        coverage.Ask(cardIds.Count);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var opened = new Queue<CardRows>();
        try
        {
            for (var next = 0; next < cardIds.Count || opened.Count > 0;)
            {
                while (next < cardIds.Count && opened.Count < sideBySide)
                {
                    opened.Enqueue(new CardRows(cardIds[next], rowsOf(cardIds[next], leaving.Token), coverage, leaving.Token));
                    next++;
                }

                var card = opened.Peek();
                while (await card.MoveAsync())
                {
                    yield return card.Current;
                }

                opened.Dequeue();
                await card.DisposeAsync();
            }

            coverage.ThrowIfNotEnough();
        }
        finally
        {
            await leaving.CancelAsync();
            foreach (var card in opened)
            {
                await card.DisposeAsync();
            }
        }
    }
}
