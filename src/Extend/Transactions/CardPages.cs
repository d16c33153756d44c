using System.Globalization;
using Extend.Connections;
using Extend.Json;

namespace Extend.Transactions;

/// <summary>The older door's pages of a card's transactions: the newest so many before a moment.</summary>
internal sealed class CardPages(Connection connection)
{
    /// <summary>At most <paramref name="size"/> rows, with all of the millisecond of <paramref name="top"/> and perhaps of the next; null if there is no such card.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public async Task<IReadOnlyList<Transaction>?> ReadAsync(HistoryStretch stretch, int size, DateTimeOffset? top, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture,
            $"virtualcards/{stretch.CardId}/transactions?count={size}&status={Uri.EscapeDataString(string.Join(',', stretch.Statuses))}{Before(top)}");
        var answer = await connection.FindAsync(new Read("listCardTransactions", path, stretch.Asking), stretch.IsBrief ? BriefJson.CardTransactionsAnswer : ExtendJson.Default.CardTransactionsAnswer, cancellationToken);
        return answer?.Transactions.OrInconsistent();
    }

    // The last millisecond that there is has no next one, and nothing above it.
    private static string Before(DateTimeOffset? top) => top < DateTimeOffset.MaxValue.AddMilliseconds(-1)
        ? $"&before={top.Value.UtcDateTime.AddMilliseconds(1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}"
        : "";
}
