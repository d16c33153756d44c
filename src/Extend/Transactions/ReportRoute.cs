namespace Extend.Transactions;

/// <summary>
/// The current door's way to a card's most recent transactions: the report, newest first. While it is open whether its
/// <c>date</c> is the authorization, or where it is the settlement, a history longer than one page is read whole, so that
/// no recent purchase is missed; as soon as one page proves the order, one page is enough.
/// </summary>
internal sealed class ReportRoute(ReportPages pages) : IRecentTransactions
{
    private const int MostPages = 1_000;

    public async Task<IReadOnlyList<Transaction>?> ReadAsync(string cardId, int count, bool isBrief, Asking asking, CancellationToken cancellationToken)
    {
        var stretch = new HistoryStretch(cardId, TransactionStatus.All, Top: null, Bottom: null, count, IsOfKnownCard: false, isBrief, asking);
        var recent = await pages.ReadAsync(stretch, new ReportPage(1, count), isBounded: false, cancellationToken);
        return recent.Count < count || (pages.IsOrderedByAuthorization && ReportOrder.FollowsAuthorization(recent))
            ? recent
            : await ReadAllAsync(stretch, cancellationToken);
    }

    private async Task<IReadOnlyList<Transaction>> ReadAllAsync(HistoryStretch stretch, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, Transaction>(StringComparer.Ordinal);
        for (var page = 1; page <= MostPages; page++)
        {
            var rows = await pages.ReadAsync(stretch, new ReportPage(page, ReportPage.Largest), isBounded: false, cancellationToken);
            var before = all.Count;
            foreach (var row in rows)
            {
                all.TryAdd(row.Id, row);
            }

            // A page past the end repeats the last one; neither says so.
            if (rows.Count < ReportPage.Largest || all.Count == before)
            {
                return [.. all.Values];
            }
        }

        throw new ExtendException(ExtendFault.AnswerInconsistent);
    }
}
