using Extend.VirtualCards;
using Vts.Callers.Rules;
using Vts.Cards;

namespace Vts.Queries;

/// <summary>Which cards a caller asks for: those that fit each part that is not null.</summary>
internal sealed record CardsFilter
{
    /// <summary>Of these statuses.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>With this in the card's name, in its recipient's name or in its last four digits, whatever the case.</summary>
    public string? Search { get; init; }

    /// <summary>Used by this user.</summary>
    public string? RecipientId { get; init; }

    /// <summary>Behind which this credit card or budget stands.</summary>
    public string? CreditCardId { get; init; }

    /// <summary>That expire before this moment.</summary>
    public DateTimeOffset? ExpiringBefore { get; init; }

    /// <summary>Whether it fits every card.</summary>
    public bool IsAll => Statuses is null && RecipientId is null && CreditCardId is null && ExpiringBefore is null && Search is null;

    /// <summary>What of it Extend can choose itself; null if nothing. What its search looks at is not known, so that it is not asked to search.</summary>
    public CardFilter? AtExtend => Statuses is null && RecipientId is null && CreditCardId is null
        ? null
        : new CardFilter { Statuses = Statuses, RecipientId = RecipientId, CreditCardId = CreditCardId };

    /// <summary>Names the filter: equal for equal filters alone; empty for one that fits everything.</summary>
    public string Name => NameOf(AtExtend ?? new CardFilter()) + new FilterName().Add("expiring", ExpiringBefore).AddIgnoringCase("search", Search);

    /// <summary>Names what Extend chooses.</summary>
    public static string NameOf(CardFilter choice) =>
        new FilterName().Add("status", choice.Statuses).Add("recipient", choice.RecipientId).Add("creditCard", choice.CreditCardId).ToString();

    /// <summary>Whether the card fits.</summary>
    public bool Matches(Card card) =>
        (Statuses is null || Statuses.Contains(card.Status, StringComparer.Ordinal))
        && (RecipientId is null || card.Facts.RecipientId == RecipientId)
        && (CreditCardId is null || card.Facts.CreditCardId == CreditCardId)
        && (ExpiringBefore is null || card.Facts.Expires < ExpiringBefore)
        && (Search is null || Holds(card.DisplayName) || Holds(card.Last4) || Holds(card.Facts.RecipientName));

    /// <inheritdoc/>
    public bool Equals(CardsFilter? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Refuses a filter that would tell of a member which the caller may not see.</summary>
    public void EnsureAllowed(FieldRule rule)
    {
        Hidden.Refuse(rule, Parameters.StatusOfCard, Statuses is not null, "status");
        Hidden.Refuse(rule, Parameters.Recipient, RecipientId is not null, "recipientId");
        Hidden.Refuse(rule, Parameters.CreditCard, CreditCardId is not null, "creditCardId");
        Hidden.Refuse(rule, Parameters.ExpiringBefore, ExpiringBefore is not null, "expires");
        Hidden.Refuse(rule, Parameters.Search, Search is not null, "displayName", "last4", "recipientName");
    }

    private bool Holds(string? text) => text?.Contains(Search!, StringComparison.OrdinalIgnoreCase) == true;
}
