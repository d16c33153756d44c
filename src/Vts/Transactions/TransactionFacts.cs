namespace Vts.Transactions;

/// <summary>What else Extend tells of a transaction, for callers who ask for it. Null where it tells none.</summary>
internal sealed record TransactionFacts
{
    public static TransactionFacts None { get; } = new();

    public string? CardDisplayName { get; init; }

    public string? Last4 { get; init; }

    /// <summary>What was authorized, in minor units of the card's currency.</summary>
    public long? AuthorizedAmountCents { get; init; }

    /// <summary>What was settled, in minor units of the card's currency.</summary>
    public long? ClearedAmountCents { get; init; }

    /// <summary>What the merchant asked for, in minor units of the merchant's currency.</summary>
    public long? MerchantAmountCents { get; init; }

    /// <summary>ISO 4217 code of the merchant's amount.</summary>
    public string? MerchantCurrency { get; init; }

    public decimal? ExchangeRate { get; init; }

    public string? MerchantId { get; init; }

    public string? MerchantAddress { get; init; }

    public string? MerchantCity { get; init; }

    public string? MerchantState { get; init; }

    public string? MerchantZip { get; init; }

    public string? MerchantCountry { get; init; }

    public string? MccGroup { get; init; }

    public string? MccDescription { get; init; }

    public string? Source { get; init; }

    public string? RecipientId { get; init; }

    public string? RecipientName { get; init; }

    public string? RecipientEmail { get; init; }

    public string? CardholderId { get; init; }

    public string? CardholderName { get; init; }

    public string? CardholderEmail { get; init; }

    public string? NameOnCard { get; init; }

    /// <summary>The codes of why it was declined, joined by comma and space.</summary>
    public string? DeclineReasons { get; init; }

    public string? ApprovalCode { get; init; }

    public string? ReferenceId { get; init; }

    public long? AttachmentsCount { get; init; }

    public bool? ReceiptRequired { get; init; }

    public string? ReviewStatus { get; init; }

    public string? CreditCardId { get; init; }

    public string? CreditCardDisplayName { get; init; }

    public string? Notes { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}
