using Extend;

namespace Vts.Transactions;

/// <summary>The order of transactions, and how many of a card make "the most recent".</summary>
internal static class MostRecent
{
    /// <summary>How many transactions of one card are shown.</summary>
    public const int Count = 25;

    /// <summary>Newest authorization first, then the greater id first; each once.</summary>
    public static IEnumerable<Transaction> Order(IEnumerable<Transaction> transactions) => transactions
        .DistinctBy(transaction => transaction.Id, StringComparer.Ordinal)
        .OrderByDescending(transaction => transaction.AuthorizedAt)
        .ThenByDescending(transaction => transaction.Id, StringComparer.Ordinal);

    /// <summary>The most recent of one card.</summary>
    public static Transaction[] Of(string cardId, IReadOnlyList<Extend.Transactions.Transaction> transactions) =>
        [.. Order(transactions.Select(transaction => Transaction.From(cardId, transaction))).Take(Count)];

    /// <summary>Asks Extend for those of a card that was there a moment ago; null if it is gone.</summary>
    /// <inheritdoc cref="ExtendClient.FindTransactionsOfKnownCardAsync"/>
    public static async Task<Transaction[]?> OfKnownCardAsync(
        ExtendClient client, string cardId, bool isBrief, Asking asking, CancellationToken cancellationToken) =>
        await client.FindTransactionsOfKnownCardAsync(cardId, Count, isBrief, asking, cancellationToken) is { } recent ? Of(cardId, recent) : null;
}
