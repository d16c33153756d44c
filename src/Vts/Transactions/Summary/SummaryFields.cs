using Vts.Callers.Rules;

namespace Vts.Transactions.Summary;

/// <summary>What a caller may see of sums: nothing that is made of a member that is hidden from it.</summary>
internal static class SummaryFields
{
    // Which transactions count follows from their status.
    private static readonly (string Member, string[] MadeOf)[] Made =
    [
        ("name", ["cardDisplayName"]), ("currency", ["currency"]), ("counted", ["status"]),
        ("totalCents", ["amountCents", "currency", "status"]), ("total", ["amountCents", "currency", "status"]),
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

    /// <summary>The grouping, without rows for each currency where the caller may not see it.</summary>
    public static Grouping Within(Grouping grouping, FieldRule rule) => grouping with { ByCurrency = rule.Shows("currency") };

    /// <summary>The rule for the rows of a summary.</summary>
    public static FieldRule Of(FieldRule rule) => rule.IsAll
        ? rule
        : new FieldRule { Names = ["key", "transactions", .. Made.Where(made => made.MadeOf.All(rule.Shows)).Select(made => made.Member)] };
}
