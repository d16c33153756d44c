using Extend.VirtualCards;

namespace Vts.Cards;

/// <summary>Every card of an account, and what can be read out of that.</summary>
internal sealed class CardList
{
    private const int OnePage = 50;

    private readonly Lazy<Card[]> _active;
    private readonly Lazy<Dictionary<string, Card>> _byId;

    public CardList(IEnumerable<VirtualCard> cards)
    {
        All = InOrder(cards);
        _active = new(() => [.. All.Where(card => card.Status == Card.Active)]);
        _byId = new(() => All.ToDictionary(card => card.Id, StringComparer.Ordinal));
    }

    /// <summary>All, in order.</summary>
    public Card[] All { get; }

    /// <summary>Whether all of them cost one call to Extend, as one of them does.</summary>
    public bool IsOnePage => All.Length <= OnePage;

    /// <summary>Those that can be spent from, in order.</summary>
    public Card[] Active => _active.Value;

    /// <summary>The card with this id; null if none has it.</summary>
    public Card? Find(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>The cards as callers see them, newest first, then by id.</summary>
    public static Card[] InOrder(IEnumerable<VirtualCard> cards) =>
        [.. cards.OrderByDescending(card => card.CreatedAt).ThenBy(card => card.Id, StringComparer.Ordinal).Select(Card.From)];
}
