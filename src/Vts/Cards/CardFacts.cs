using Extend.VirtualCards;

namespace Vts.Cards;

/// <summary>What Extend tells of a card that callers do not see, and that the order of cards and card rules need. Null where it tells none.</summary>
/// <param name="CreatedAt">When the card was created.</param>
/// <param name="RecipientId">Who uses the card.</param>
/// <param name="CardholderId">Who owns the credit card behind it.</param>
/// <param name="CreditCardId">The credit card or budget behind it.</param>
internal sealed record CardFacts(DateTimeOffset? CreatedAt, string? RecipientId, string? CardholderId, string? CreditCardId)
{
    public static CardFacts None { get; } = new(null, null, null, null);

    public static CardFacts Of(VirtualCard card) => new(card.CreatedAt, card.RecipientId, card.CardholderId, card.CreditCardId);
}
