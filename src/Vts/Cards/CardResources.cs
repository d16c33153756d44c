using Vts.Forms;
using Vts.Freshness;

namespace Vts.Cards;

/// <summary>The cards that are kept.</summary>
internal static class CardResources
{
    // An object with its facts and its place in lists, and what stands in the written answers whatever the card.
    private const long BytesOfOne = 1_100;

    // A character is two bytes in memory, and of those that are usually written one or more in an answer.
    private const long BytesOfCharacter = 3;

    /// <summary>All cards of an account.</summary>
    public static Resource<CardList> All { get; } = new("cards", options => options.Cards, cards => Bytes(cards.All));

    /// <summary>The active cards of an account.</summary>
    public static Resource<Card[]> Active { get; } = new("active_cards", options => options.Cards, Bytes);

    /// <summary>The cards of an account that Extend was asked to choose.</summary>
    public static Resource<Card[]> Choice { get; } = new("cards_choice", options => options.Cards, Bytes);

    /// <summary>One card of an account.</summary>
    public static Resource<Card> One { get; } = new("card", options => options.Cards, Bytes);

    /// <summary>The cards of an account that have the ids of a rule.</summary>
    public static Resource<Card[]> Chosen { get; } = new("chosen_cards", options => options.Cards, Bytes);

    /// <summary>The cards within a rule, picked out of others that are kept.</summary>
    public static Resource<Derived<Card>> OfRule { get; } = new("rule_cards", options => options.Cards, picked => BytesOfPicked(picked.List));

    /// <summary>The active ones of those.</summary>
    public static Resource<Derived<Card>> ActiveOfRule { get; } = new("rule_active_cards", options => options.Cards, picked => BytesOfPicked(picked.List));

    // The cards themselves are kept already; what is written of them is not.
    private static long BytesOfPicked(Card[] cards) => Bytes(cards) / 2;

    private static long Bytes(Card[] cards) => BytesOfOne + cards.Sum(Bytes);

    private static long Bytes(Card card) => BytesOfOne + Texts(card) + (card.AsTold is { } told ? BytesOfOne + Texts(told, card) : 0);

    private static long Texts(Card card, Card? sharing = null) => BytesOfCharacter * TextSize.Of(CardMembers.All, card, sharing);
}
