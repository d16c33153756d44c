using System.Runtime.CompilerServices;

namespace Extend.Transactions;

/// <summary>
/// The older door's walk: each page is the newest rows before a moment. Whether that moment is itself taken in is not known,
/// nor how rows of one moment are ordered; so the next page begins just above the oldest row that came, and tells it again.
/// </summary>
internal sealed class MomentWalk(CardPages pages) : IHistoryWalk
{
    private const int LargestPage = 500;
    private const int MostPages = 1_000;

    // Extend's own default: no limit of its is lower.
    private const int UsualPage = 25;

    // Beside what is wanted: the row the page begins with, one on the moment asked for, and the oldest, which is told again.
    private const int Margin = 3;

    public async IAsyncEnumerable<HistoryPage> ReadAsync(HistoryStretch stretch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = Math.Clamp(stretch.Expected, 1, LargestPage - Margin) + Margin;
        var longest = UsualPage;
        var top = stretch.Top;
        var isFirst = true;
        for (var calls = 1; ; calls++)
        {
            if (calls > MostPages)
            {
                throw new ExtendException(ExtendFault.AnswerInconsistent);
            }

            var rows = await pages.ReadAsync(stretch, size, top, cancellationToken);
            if (rows is null)
            {
                await EnsureUnknownAsync(stretch, isFirst, cancellationToken);
                yield break;
            }

            var floor = rows.Min(row => row.AuthedAt);
            yield return new HistoryPage(rows, floor, stretch.Top is null);

            // A short page may be one that Extend cut; not if it gave a longer one before.
            var isFull = rows.Count >= size;
            if (floor < stretch.Bottom || (!isFull && rows.Count < longest))
            {
                yield break;
            }

            var isOlder = floor is not null && (top is null || floor < top);
            if (!isOlder)
            {
                if (!isFull)
                {
                    yield break;
                }

                if (size == LargestPage)
                {
                    throw new ExtendException(ExtendFault.AnswerInconsistent);
                }
            }

            (top, isFirst) = (isOlder ? floor : top, false);
            longest = Math.Max(longest, rows.Count);
            size = Math.Min(size * 2, LargestPage);
        }
    }

    // Extend refuses a question that it does not understand in the same way as an unknown card.
    private async Task EnsureUnknownAsync(HistoryStretch stretch, bool isFirst, CancellationToken cancellationToken)
    {
        if (!isFirst || stretch.IsOfKnownCard || (stretch.Top is not null && await pages.ReadAsync(stretch, 1, top: null, cancellationToken) is not null))
        {
            throw new ExtendException(ExtendFault.AnswerInconsistent);
        }
    }
}
