using System.Text.Json.Serialization;
using Extend.Json;
using Extend.Json.Lenient;

namespace Extend.VirtualCards;

/// <summary>
/// A virtual card as Extend tells it. Only <see cref="Id"/> and <see cref="Status"/> are always there; a member is null
/// where Extend left it out. Members that are not listed here are not read.
/// </summary>
public sealed record VirtualCard
{
    /// <summary>Identifier, <c>vc_…</c>.</summary>
    [JsonRequired]
    public required string Id { get; init; }

    /// <summary><c>ACTIVE, CANCELLED, PENDING, EXPIRED, CLOSED, CONSUMED</c>, or a later addition.</summary>
    [JsonRequired]
    public required string Status { get; init; }

    /// <summary>The name given to the card; free text.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? DisplayName { get; init; }

    /// <summary>Spending limit of the present period, in minor units of the card's currency.</summary>
    public long? LimitCents { get; init; }

    /// <summary>What can still be spent, in minor units of the card's currency.</summary>
    public long? BalanceCents { get; init; }

    /// <summary>The last four digits, as text: leading zeros count.</summary>
    public string? Last4 { get; init; }

    /// <summary>The user who uses the card, <c>u_…</c>.</summary>
    public string? RecipientId { get; init; }

    /// <summary>The user who owns the credit card behind the card, <c>u_…</c>.</summary>
    public string? CardholderId { get; init; }

    /// <summary>The credit card or budget behind the card, <c>cc_…</c>.</summary>
    public string? CreditCardId { get; init; }

    /// <summary>When the card was created, UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The user who uses the card.</summary>
    [JsonConverter(typeof(LenientUser))]
    public User? Recipient { get; init; }

    /// <summary>The user who owns the credit card behind the card.</summary>
    [JsonConverter(typeof(LenientUser))]
    public User? Cardholder { get; init; }

    /// <summary><c>STANDARD</c>, or another: an open set.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CardType { get; init; }

    /// <summary>The card's own expiry, UTC, as the network set it.</summary>
    [JsonConverter(typeof(LenientTime))]
    public DateTimeOffset? Expires { get; init; }

    /// <summary>ISO 4217 code of the card's currency.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Currency { get; init; }

    /// <summary>Settled in the present period, in minor units of the card's currency.</summary>
    [JsonConverter(typeof(LenientInteger))]
    public long? SpentCents { get; init; }

    /// <summary>Settled over all periods, in minor units of the card's currency.</summary>
    [JsonConverter(typeof(LenientInteger))]
    public long? LifetimeSpentCents { get; init; }

    /// <summary><c>cardnumber16</c>, or another: an open set.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? NumberFormat { get; init; }

    /// <summary>From when the card can be used, UTC.</summary>
    [JsonConverter(typeof(LenientTime))]
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when the card can be used, UTC; null where it has no end.</summary>
    [JsonConverter(typeof(LenientTime))]
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>The end that its user set, UTC.</summary>
    [JsonConverter(typeof(LenientTime))]
    public DateTimeOffset? ActiveUntil { get; init; }

    /// <summary>When it stopped being active, UTC.</summary>
    [JsonConverter(typeof(LenientTime))]
    public DateTimeOffset? InactiveSince { get; init; }

    /// <summary>IANA name of the time zone that its days are counted in.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Timezone { get; init; }

    /// <summary>The name of the credit card or budget behind the card; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CreditCardDisplayName { get; init; }

    /// <summary>The company's name; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? CompanyName { get; init; }

    /// <summary>Whether it refills by a schedule.</summary>
    [JsonConverter(typeof(LenientFlag))]
    public bool? Recurs { get; init; }

    /// <summary>Notes; free text that may hold what not everyone should see.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Notes { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    [JsonConverter(typeof(LenientTime))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it was sent to a guest without an account.</summary>
    [JsonConverter(typeof(LenientFlag))]
    public bool? Direct { get; init; }

    /// <summary>Whether there is a plastic card to it.</summary>
    [JsonConverter(typeof(LenientFlag))]
    public bool? HasPlasticCard { get; init; }

    /// <summary><c>MASTERCARD</c>, or another: an open set.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Network { get; init; }

    /// <summary>The least that one transaction may be, in minor units of the card's currency.</summary>
    [JsonConverter(typeof(LenientInteger))]
    public long? MinTransactionCents { get; init; }

    /// <summary>The most that one transaction may be, in minor units of the card's currency.</summary>
    [JsonConverter(typeof(LenientInteger))]
    public long? MaxTransactionCents { get; init; }

    /// <summary>How many transactions it takes.</summary>
    [JsonConverter(typeof(LenientInteger))]
    public long? MaxTransactionCount { get; init; }

    /// <summary>The bank's name.</summary>
    [JsonPropertyName("issuer")]
    [JsonConverter(typeof(LenientName))]
    public string? IssuerName { get; init; }
}
