using System.Text.Json.Serialization;
using Extend.Json;

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
}
