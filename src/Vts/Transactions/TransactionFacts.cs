using Extend.Transactions;
using Vts.Text;
using Row = Extend.Transactions.Transaction;

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

    /// <summary>What the source tells of it, its money with its sign.</summary>
    public static TransactionFacts Of(Row source, bool isSettled, TextIntake text) => new()
    {
        CardDisplayName = text.Line(source.VcnDisplayName),
        Last4 = text.Line(LastFour.Of(source.VcnLast4)),
        AuthorizedAmountCents = RefundSign.Of(source.Type, source.AuthBillingAmountCents),
        ClearedAmountCents = source.ClearedAt is null && !isSettled ? null : RefundSign.Of(source.Type, source.ClearingBillingAmountCents),
        MerchantAmountCents = RefundSign.Of(source.Type, isSettled ? source.ClearingMerchantAmountCents : source.AuthMerchantAmountCents),
        MerchantCurrency = text.Line(isSettled ? source.ClearingMerchantCurrency : source.AuthMerchantCurrency),
        ExchangeRate = isSettled ? source.ClearingExchangeRate : source.AuthExchangeRate,
        MerchantId = text.Line(source.MerchantId),
        MerchantAddress = text.Line(source.MerchantAddress),
        MerchantCity = text.Line(source.MerchantCity),
        MerchantState = text.Line(source.MerchantState),
        MerchantZip = text.Line(source.MerchantZip),
        MerchantCountry = text.Line(source.MerchantCountry),
        MccGroup = text.Line(source.MccGroup),
        MccDescription = text.Line(source.MccDescription),
        Source = text.Line(source.Source),
        RecipientId = text.Line(source.RecipientId),
        RecipientName = text.Line(source.RecipientName),
        RecipientEmail = text.Line(source.RecipientEmail),
        CardholderId = text.Line(source.CardholderId),
        CardholderName = text.Line(source.CardholderName),
        CardholderEmail = text.Line(source.CardholderEmail),
        NameOnCard = text.Line(source.NameOnCard),
        DeclineReasons = text.Line(Codes(source.DeclineReasons)),
        ApprovalCode = text.Line(source.ApprovalCode),
        ReferenceId = text.Line(source.ReferenceId),
        AttachmentsCount = source.AttachmentsCount,
        ReceiptRequired = source.ReceiptRequired,
        ReviewStatus = text.Line(source.ReviewStatus),
        CreditCardId = text.Line(source.CreditCardId),
        CreditCardDisplayName = text.Line(source.CreditCardDisplayName),
        Notes = text.Notes(source.Notes),
        UpdatedAt = source.UpdatedAt,
    };

    private static string? Codes(IReadOnlyList<DeclineReason>? reasons) =>
        reasons is { Count: > 0 } ? string.Join(", ", reasons.Select(reason => reason.Code).Where(code => !string.IsNullOrEmpty(code))) : null;
}
