using System.Text.Json.Serialization;
using Extend.Json;

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
}
