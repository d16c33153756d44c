using Vts.Freshness;

namespace Vts.Cards;

/// <summary>The cards that are kept.</summary>
internal static class CardResources
{
    // An object with its place in lists, and what stands in the written answers whatever the card.
    private const long BytesOfOne = 400;

    // A character is two bytes in memory and up to three in a written answer.
    private const long BytesOfCharacter = 5;

    /// <summary>All cards of an account.</summary>
    public static Resource<CardList> All { get; } = new("cards", options => options.Cards, cards => Bytes(cards.All));

    /// <summary>The active cards of an account.</summary>
    public static Resource<Card[]> Active { get; } = new("active_cards", options => options.Cards, Bytes);

    /// <summary>One card of an account.</summary>
    public static Resource<Card> One { get; } = new("card", options => options.Cards, Bytes);

    private static long Bytes(Card[] cards) => BytesOfOne + cards.Sum(Bytes);

    private static long Bytes(Card card) => BytesOfOne + (BytesOfCharacter * (card.Id.Length + card.Status.Length + (card.DisplayName?.Length ?? 0)));
}
