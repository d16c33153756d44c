using Extend.Json;

namespace Extend.Transactions;

/// <summary>The rows of one answer.</summary>
internal static class TransactionRows
{
    /// <summary>The rows as they are. One that comes twice is told once by whoever puts them in order.</summary>
    /// <exception cref="ExtendException">There are none, one of them is missing, or two that differ have one id: then a list of them could not be whole.</exception>
    public static IReadOnlyList<Transaction> OrInconsistent(this IReadOnlyList<Transaction>? rows)
    {
        var whole = rows.OrUnreadable();
        var first = new Dictionary<string, Transaction>(whole.Count, StringComparer.Ordinal);
        foreach (var row in whole)
        {
            if (!first.TryAdd(row.Id, row) && Contents(first[row.Id]) != Contents(row))
            {
                throw new ExtendException(ExtendFault.AnswerInconsistent);
            }
        }

        return whole;
    }

    private static (string, DateTimeOffset?, DateTimeOffset?, long?, long?, string?) Contents(Transaction row) =>
        (row.Status, row.AuthedAt, row.ClearedAt, row.AuthBillingAmountCents, row.ClearingBillingAmountCents, row.MerchantName);
}
