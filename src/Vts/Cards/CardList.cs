using Extend.VirtualCards;

namespace Vts.Cards;

/// <summary>Every card of an account, and what can be read out of that.</summary>
internal sealed class CardList
{
    private readonly Lazy<Card[]> _active;
    private readonly Lazy<Dictionary<string, Card>> _byId;

    public CardList(IEnumerable<VirtualCard> cards)
    {
        All = InOrder(cards.Select(Card.From));
        _active = new(() => [.. All.Where(card => card.Status == Card.Active)]);
        _byId = new(() => All.ToDictionary(card => card.Id, StringComparer.Ordinal));
    }

    /// <summary>All, in order.</summary>
    public Card[] All { get; }

    /// <summary>Those that can be spent from, in order.</summary>
    public Card[] Active => _active.Value;

    /// <summary>The card with this id; null if none has it.</summary>
    public Card? Find(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>The cards newest first, then by id.</summary>
    public static Card[] InOrder(IEnumerable<Card> cards) =>
        [.. cards.OrderByDescending(card => card.Facts.CreatedAt).ThenBy(card => card.Id, StringComparer.Ordinal)];
}
