using System.Text.Json.Serialization;
using Extend.Json;
using Extend.Json.Lenient;

namespace Extend.Transactions;

/// <summary>
/// A transaction as Extend tells it. Only <see cref="Id"/> and <see cref="Status"/> are always there; a member is null where
/// Extend left it out. Members that are not listed here are not read.
/// </summary>
public sealed record Transaction
{
    /// <summary>Identifier, <c>txn_…</c>.</summary>
    [JsonRequired]
    public required string Id { get; init; }

    /// <summary>One of <see cref="TransactionStatus.All"/>, or a later addition.</summary>
    [JsonRequired]
    public required string Status { get; init; }

    /// <summary>The card it was made with.</summary>
    public string? VirtualCardId { get; init; }

    /// <summary><c>DEBIT</c>, <c>CREDIT</c> (a refund), <c>AVS</c> (an address check), or a later addition.</summary>
    public string? Type { get; init; }

    /// <summary>Authorized amount, in minor units of <see cref="AuthBillingCurrency"/>.</summary>
    public long? AuthBillingAmountCents { get; init; }

    /// <summary>ISO 4217 code of the authorized amount: the card's currency.</summary>
    public string? AuthBillingCurrency { get; init; }

    /// <summary>Settled amount, in minor units of <see cref="ClearingBillingCurrency"/>. 0, not absent, until settled.</summary>
    public long? ClearingBillingAmountCents { get; init; }

    /// <summary>ISO 4217 code of the settled amount: the card's currency.</summary>
    public string? ClearingBillingCurrency { get; init; }

    /// <summary>The merchant's raw descriptor; free text.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? MerchantName { get; init; }

    /// <summary>Merchant category code, four digits.</summary>
    public string? Mcc { get; init; }

    /// <summary>When it was authorized, UTC.</summary>
    public DateTimeOffset? AuthedAt { get; init; }

    /// <summary>When it settled, UTC; null until then.</summary>
    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>The card's last four digits, as text: leading zeros count.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? VcnLast4 { get; init; }

    /// <summary>The name given to the card; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? VcnDisplayName { get; init; }

    /// <summary>The user who uses the card, <c>u_…</c>.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? RecipientId { get; init; }

    /// <summary>Their name; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? RecipientName { get; init; }

    /// <summary>Their e-mail address.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? RecipientEmail { get; init; }

    /// <summary>The user who owns the credit card behind the card, <c>u_…</c>.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CardholderId { get; init; }

    /// <summary>Their name; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CardholderName { get; init; }

    /// <summary>Their e-mail address.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CardholderEmail { get; init; }

    /// <summary>The name on the card; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? NameOnCard { get; init; }

    /// <summary><c>VIRTUAL</c>, or another: an open set.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Source { get; init; }

    /// <summary>Why it was declined; null where it was not.</summary>
    [JsonConverter(typeof(LenientReasons))]
    public IReadOnlyList<DeclineReason>? DeclineReasons { get; init; }

    /// <summary>The issuer's approval code.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? ApprovalCode { get; init; }

    /// <summary>The network's reference; often the same as <see cref="ApprovalCode"/>.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? ReferenceId { get; init; }

    /// <summary>Authorized amount, in minor units of <see cref="AuthMerchantCurrency"/>.</summary>
    [JsonConverter(typeof(LenientInteger))]
    public long? AuthMerchantAmountCents { get; init; }

    /// <summary>ISO 4217 code of the merchant's currency at authorization.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? AuthMerchantCurrency { get; init; }

    /// <summary>Exchange rate at authorization; Extend does not document its direction.</summary>
    [JsonConverter(typeof(LenientDecimal))]
    public decimal? AuthExchangeRate { get; init; }

    /// <summary>Settled amount, in minor units of <see cref="ClearingMerchantCurrency"/>. 0, not absent, until settled.</summary>
    [JsonConverter(typeof(LenientInteger))]
    public long? ClearingMerchantAmountCents { get; init; }

    /// <summary>ISO 4217 code of the merchant's currency at settlement.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? ClearingMerchantCurrency { get; init; }

    /// <summary>Exchange rate at settlement; Extend does not document its direction.</summary>
    [JsonConverter(typeof(LenientDecimal))]
    public decimal? ClearingExchangeRate { get; init; }

    /// <summary>Group of merchant categories, such as <c>TRAVEL</c>; an open set.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? MccGroup { get; init; }

    /// <summary>The merchant category in words.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? MccDescription { get; init; }

    /// <summary>The network's number of the merchant.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? MerchantId { get; init; }

    /// <summary>The merchant's street; may be empty.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? MerchantAddress { get; init; }

    /// <summary>The merchant's city; may be empty.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? MerchantCity { get; init; }

    /// <summary>The merchant's state; may be empty.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? MerchantState { get; init; }

    /// <summary>The merchant's postal code; may be empty.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? MerchantZip { get; init; }

    /// <summary>The merchant's country; may be empty.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? MerchantCountry { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    [JsonConverter(typeof(LenientTime))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether receipts are attached.</summary>
    [JsonConverter(typeof(LenientFlag))]
    public bool? HasAttachments { get; init; }

    /// <summary>How many receipts are attached.</summary>
    [JsonConverter(typeof(LenientInteger))]
    public long? AttachmentsCount { get; init; }

    /// <summary>The credit card or budget behind the card, <c>cc_…</c>.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CreditCardId { get; init; }

    /// <summary>Its name; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CreditCardDisplayName { get; init; }

    /// <summary><c>SOURCE</c>, <c>DELEGATE</c> (a budget), or a later addition.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CreditCardType { get; init; }

    /// <summary>The credit card behind the budget; null where there is no budget.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? ParentCreditCardId { get; init; }

    /// <summary>Its name; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? ParentCreditCardDisplayName { get; init; }

    /// <summary>Whether it was sent to Expensify.</summary>
    [JsonConverter(typeof(LenientFlag))]
    public bool? SentToExpensify { get; init; }

    /// <summary>Whether it was sent to QuickBooks.</summary>
    [JsonConverter(typeof(LenientFlag))]
    public bool? SentToQuickbooks { get; init; }

    /// <summary>Notes; free text. Only reports tell them.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Notes { get; init; }

    /// <summary>How far its review is, such as <c>NOT_REVIEWED</c>; an open set. Only reports tell it.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? ReviewStatus { get; init; }

    /// <summary>Whether a receipt is wanted. Only reports tell it.</summary>
    [JsonConverter(typeof(LenientFlag))]
    public bool? ReceiptRequired { get; init; }
}
