using System.Runtime.CompilerServices;

namespace Extend.Transactions;

/// <summary>
/// The current door's walk: page after page of the report. Rows that come or go meanwhile shift the pages; so each begins
/// with a row that has been seen, and where it does not, the walk steps back. Moments are told only where the report is known
/// to be ordered by authorization; otherwise all is read, and what moved to the top by settling is read last.
/// </summary>
internal sealed class ReportWalk(ReportPages pages) : IHistoryWalk
{
    private const int MostPages = 1_000;

    // Beside what is wanted: the oldest, which is told once the next page has shown that there is none beside it.
    private const int Margin = 1;

    // And the rows of the days above the top, on a card that is used some times a day.
    private const int MarginOfDays = 10;

    public async IAsyncEnumerable<HistoryPage> ReadAsync(HistoryStretch stretch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isBounded = pages.IsOrderedByAuthorization;
        bool? isOrdered = null;
        var margin = isBounded && stretch.Top is not null ? Margin + MarginOfDays : Margin;
        var track = new ReportTrack(Math.Clamp(stretch.Expected, 1, ReportPage.Largest - margin) + margin);
        for (var calls = 1; !track.IsAtEnd; calls++)
        {
            var rows = await pages.ReadAsync(stretch, track.Next, isBounded, cancellationToken);
            if (calls > MostPages || (isOrdered is true && !pages.IsOrderedByAuthorization))
            {
                throw new ExtendException(ExtendFault.AnswerInconsistent);
            }

            isOrdered ??= pages.IsOrderedByAuthorization;
            if (isBounded && isOrdered is false)
            {
                // Days of settlement would leave out what was authorized within the bounds.
                (isBounded, track) = (false, new ReportTrack(ReportPage.Largest));
                continue;
            }

            if (track.Follow(rows))
            {
                var floor = isOrdered is true ? rows.Min(row => row.AuthedAt) : null;
                yield return new HistoryPage(rows, floor, !isBounded || stretch.Top is null);
                if (floor < stretch.Bottom)
                {
                    yield break;
                }
            }
        }

        while (isOrdered is false && !track.IsSettled)
        {
            var rows = await pages.ReadAsync(stretch, track.Next, isBounded: false, cancellationToken);
            track.Settle(rows);
            yield return new HistoryPage(rows, Floor: null, IsFromTop: true);
        }
    }
}
