using Vts.Callers.Rules;

namespace Vts.Transactions.Summary;

/// <summary>What a caller may see of sums: nothing that is made of a member that is hidden from it.</summary>
internal static class SummaryFields
{
    private static readonly (string Member, string MadeOf)[] Made =
    [
        ("name", "displayName"), ("currency", "currency"), ("counted", "status"), ("totalCents", "amountCents"), ("total", "amountCents"),
    ];

    /// <summary>The member of a transaction that each grouping tells.</summary>
    public static string Tells(GroupBy groupBy) => groupBy switch
    {
        GroupBy.Card => "cardId",
        GroupBy.Merchant => "merchantName",
        GroupBy.Mcc => "mcc",
        GroupBy.Month => "authorizedAt",
        _ => "status",
    };

    /// <summary>The rule for the rows of a summary.</summary>
    public static FieldRule Of(FieldRule rule) => rule.IsAll
        ? rule
        : new FieldRule { Names = ["key", "transactions", .. Made.Where(made => rule.Shows(made.MadeOf)).Select(made => made.Member)] };
}
