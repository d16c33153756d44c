using System.Globalization;
using Extend.Connections;
using Extend.Json;

namespace Extend.Transactions;

/// <summary>
/// The current door's way to a card's most recent transactions: the report, newest first. Extend does not say whether its
/// <c>date</c> is the authorization or the settlement. While that is open, or where it is the settlement, a history longer
/// than one page is read whole, so that no recent purchase is missed; as soon as one page proves the order, one page is enough.
/// </summary>
internal sealed class ReportRoute(Connection connection) : IRecentTransactions
{
    private const int WalkPageSize = 100;
    private const int MostPages = 1_000;
    private static readonly string Statuses = string.Concat(TransactionStatus.All.Select(status => $"&status={status}"));

    private volatile bool _isOrderedByAuthorization;

    public async Task<IReadOnlyList<Transaction>?> ReadAsync(string cardId, int count, string share, CancellationToken cancellationToken)
    {
        var recent = await ReadPageAsync(cardId, 1, count, share, cancellationToken);
        if (ReportOrder.ProvesAuthorization(recent))
        {
            _isOrderedByAuthorization = true;
        }

        return recent.Count < count || (_isOrderedByAuthorization && ReportOrder.FollowsAuthorization(recent))
            ? recent
            : await ReadAllAsync(cardId, share, cancellationToken);
    }

    private async Task<IReadOnlyList<Transaction>> ReadAllAsync(string cardId, string share, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, Transaction>(StringComparer.Ordinal);
        for (var page = 1; page <= MostPages; page++)
        {
            var rows = await ReadPageAsync(cardId, page, WalkPageSize, share, cancellationToken);
            var before = all.Count;
            foreach (var row in rows)
            {
                all.TryAdd(row.Id, row);
            }

            // A page past the end repeats the last one; neither says so.
            if (rows.Count < WalkPageSize || all.Count == before)
            {
                return [.. all.Values];
            }
        }

        throw new ExtendException(ExtendFault.AnswerInconsistent);
    }

    private async Task<IReadOnlyList<Transaction>> ReadPageAsync(string cardId, int page, int size, string share, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture,
            $"reports/transactions/v2?page={page}&perPage={size}&virtualCardId={cardId}&sort=-date{Statuses}");
        var answer = await connection.GetAsync(new Read("reportTransactions", path, share), ExtendJson.Default.ReportAnswer, cancellationToken);
        return (answer.Report?.Transactions).OrUnreadable();
    }
}
