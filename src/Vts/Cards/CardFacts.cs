using Extend.VirtualCards;
using Vts.Text;

namespace Vts.Cards;

/// <summary>What else Extend tells of a card: for callers who ask for it, for the order of cards and for card rules. Null where it tells none.</summary>
internal sealed record CardFacts
{
    public static CardFacts None { get; } = new();

    /// <summary>ISO 4217 code of the card's amounts.</summary>
    public string? Currency { get; init; }

    /// <summary>Spent in the present period, minor units.</summary>
    public long? SpentCents { get; init; }

    /// <summary>Spent since the card was created, minor units.</summary>
    public long? LifetimeSpentCents { get; init; }

    /// <summary>Who uses the card.</summary>
    public string? RecipientId { get; init; }

    public string? RecipientName { get; init; }

    public string? RecipientEmail { get; init; }

    /// <summary>Who owns the credit card behind it.</summary>
    public string? CardholderId { get; init; }

    public string? CardholderName { get; init; }

    public string? CardholderEmail { get; init; }

    /// <summary>The credit card or budget behind it.</summary>
    public string? CreditCardId { get; init; }

    public string? CreditCardDisplayName { get; init; }

    public string? CompanyName { get; init; }

    public string? CardType { get; init; }

    public string? Network { get; init; }

    public string? IssuerName { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public DateTimeOffset? ValidFrom { get; init; }

    public DateTimeOffset? ValidTo { get; init; }

    public DateTimeOffset? ActiveUntil { get; init; }

    public DateTimeOffset? InactiveSince { get; init; }

    public string? Timezone { get; init; }

    public bool? Recurs { get; init; }

    public bool? Direct { get; init; }

    public bool? HasPlasticCard { get; init; }

    /// <summary>The least that one purchase may be, minor units.</summary>
    public long? MinTransactionCents { get; init; }

    /// <summary>The most that one purchase may be, minor units.</summary>
    public long? MaxTransactionCents { get; init; }

    public long? MaxTransactionCount { get; init; }

    public string? Notes { get; init; }

    /// <summary>When the card was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public static CardFacts Of(VirtualCard card, TextIntake text) => new()
    {
        Currency = text.Line(card.Currency),
        SpentCents = card.SpentCents,
        LifetimeSpentCents = card.LifetimeSpentCents,
        RecipientId = text.Line(card.RecipientId),
        RecipientName = text.Line(card.Recipient?.Name),
        RecipientEmail = text.Line(card.Recipient?.Email),
        CardholderId = text.Line(card.CardholderId),
        CardholderName = text.Line(card.Cardholder?.Name),
        CardholderEmail = text.Line(card.Cardholder?.Email),
        CreditCardId = text.Line(card.CreditCardId),
        CreditCardDisplayName = text.Line(card.CreditCardDisplayName),
        CompanyName = text.Line(card.CompanyName),
        CardType = text.Line(card.CardType),
        Network = text.Line(card.Network),
        IssuerName = text.Line(card.IssuerName),
        Expires = card.Expires,
        ValidFrom = card.ValidFrom,
        ValidTo = card.ValidTo,
        ActiveUntil = card.ActiveUntil,
        InactiveSince = card.InactiveSince,
        Timezone = text.Line(card.Timezone),
        Recurs = card.Recurs,
        Direct = card.Direct,
        HasPlasticCard = card.HasPlasticCard,
        MinTransactionCents = card.MinTransactionCents,
        MaxTransactionCents = card.MaxTransactionCents,
        MaxTransactionCount = card.MaxTransactionCount,
        Notes = text.Notes(card.Notes),
        CreatedAt = card.CreatedAt,
        UpdatedAt = card.UpdatedAt,
    };
}
