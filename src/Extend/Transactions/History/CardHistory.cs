using System.Runtime.CompilerServices;

namespace Extend.Transactions;

/// <summary>One card's history, in order, read as far as the reader goes.</summary>
internal sealed class CardHistory(IHistoryWalk walk)
{
    public async IAsyncEnumerable<Transaction> ReadAsync(
        string cardId, HistoryQuery query, Asking asking, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ExtendClient.ThrowIfMalformed(cardId);
        if (query.IsEmpty)
        {
            yield break;
        }

        var sheet = new HistorySheet(cardId, query);
        var stretch = new HistoryStretch(cardId, query.Statuses ?? TransactionStatus.All, query.Top, query.From, query.Expected, query.IsOfKnownCard, query.IsBrief, asking);
        var isFromTop = true;
        await foreach (var page in walk.ReadAsync(stretch, cancellationToken))
        {
            isFromTop = page.IsFromTop;
            sheet.Add(page.Rows);
            foreach (var row in page.Floor is { } floor ? sheet.TakeAfter(floor) : [])
            {
                yield return row;
            }
        }

        foreach (var row in sheet.TakeDated())
        {
            yield return row;
        }

        if (query.TakesUndated && !isFromTop)
        {
            // Rows without a moment come last, and may stand anywhere in Extend's order: also above where this walk began.
            await foreach (var page in walk.ReadAsync(stretch with { Top = null, Bottom = query.Top, Expected = int.MaxValue }, cancellationToken))
            {
                sheet.Add(page.Rows);
            }
        }

        foreach (var row in sheet.TakeRest())
        {
            yield return row;
        }
    }
}
