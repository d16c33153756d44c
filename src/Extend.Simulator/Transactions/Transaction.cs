using Extend.Simulator.Json;

namespace Extend.Simulator.Transactions;

/// <summary>
/// One transaction of a card. Amounts are minor units (for yen, yen); a refund's are negative.
/// Never changed: an edit makes another that takes its place.
/// </summary>
internal sealed record Transaction
{
    public required string Id { get; init; }

    /// <summary>DEBIT, CREDIT (a refund) or AVS (an address check).</summary>
    public required string Type { get; init; }

    public required string Status { get; init; }

    public (string Code, string Description)? DeclineReason { get; init; }

    public string? ApprovalCode { get; init; }

    public long AuthBillingCents { get; init; }

    public long AuthMerchantCents { get; init; }

    public required string MerchantCurrency { get; init; }

    /// <summary>Billing currency for one unit of the merchant's currency.</summary>
    public decimal ExchangeRate { get; init; } = 1;

    /// <summary>Settled amount; 0 until there is one.</summary>
    public long ClearingBillingCents { get; init; }

    public long ClearingMerchantCents { get; init; }

    /// <summary>Null on an address check, which names no shop.</summary>
    public Merchant? Merchant { get; init; }

    public required DateTimeOffset AuthedAt { get; init; }

    /// <summary>Null until settled.</summary>
    public DateTimeOffset? ClearedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public int Attachments { get; init; }

    /// <summary>Number of the expense label put on it; null when none is.</summary>
    public int? ExpenseLabel { get; init; }

    /// <summary>Members planted from outside.</summary>
    public RawMembers? Raw { get; init; }

    public bool IsSettled => ClearedAt is not null;
}
