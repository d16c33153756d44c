using Vts.Queries;

namespace Vts.Transactions.Summary;

/// <summary>What transactions are added up by, and in which time zone a month begins.</summary>
/// <param name="By">What by.</param>
/// <param name="Zone">The zone.</param>
internal sealed record Grouping(GroupBy By, DayZone Zone)
{
    /// <summary>Whether each currency has a row of its own.</summary>
    public bool ByCurrency { get; init; } = true;

    /// <summary>The group of a transaction; null if Extend does not tell.</summary>
    public string? KeyOf(Transaction transaction) => By switch
    {
        GroupBy.Card => transaction.CardId,
        GroupBy.Merchant => transaction.MerchantName,
        GroupBy.Mcc => transaction.Mcc,
        GroupBy.Month => transaction.AuthorizedAt is { } at ? Zone.MonthOf(at) : null,
        _ => transaction.Status,
    };
}
