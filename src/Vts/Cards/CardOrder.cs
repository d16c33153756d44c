using Vts.Queries;

namespace Vts.Cards;

/// <summary>An order of cards: by one member, then by id. Cards of which Extend does not tell the member stand last.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
internal sealed record CardOrder(string Member, bool IsDescending)
{
    private const string CreatedAt = "createdAt";
    private const string DisplayName = "displayName";

    /// <summary>Newest first.</summary>
    public static CardOrder Usual { get; } = new(CreatedAt, IsDescending: true);

    /// <summary>Its name, as <c>-createdAt</c>.</summary>
    public string Name => IsDescending ? $"-{Member}" : Member;

    /// <summary>The order of this name.</summary>
    public static CardOrder Parse(string name) => name.StartsWith('-') ? new(name[1..], IsDescending: true) : new(name, IsDescending: false);

    /// <summary>The cards in this order; they come in the usual one.</summary>
    public Card[] Sort(Card[] cards)
    {
        if (this == Usual)
        {
            return cards;
        }

        var sorted = cards.ToArray();
        Array.Sort(sorted, (one, other) => Compare(PlaceOf(one), PlaceOf(other)));
        return sorted;
    }

    /// <summary>Whether the card stands after the place.</summary>
    public bool IsAfter(Card card, CursorPosition place) => Compare(PlaceOf(card), place) > 0;

    /// <summary>The card's place.</summary>
    public CursorPosition PlaceOf(Card card) => Member switch
    {
        CreatedAt => new(card.Id) { Moment = card.Facts.CreatedAt },
        DisplayName => new(card.Id) { Text = card.DisplayName is { Length: > Cursors.LongestText } name ? name[..Cursors.LongestText] : card.DisplayName },
        _ => new(card.Id) { Number = card.BalanceCents },
    };

    private int Compare(CursorPosition one, CursorPosition other)
    {
        var byMember = Member switch
        {
            CreatedAt => Compare(one.Moment, other.Moment),
            DisplayName => CompareText(one.Text, other.Text),
            _ => Compare(one.Number, other.Number),
        };
        return byMember != 0 ? byMember : string.CompareOrdinal(one.Id, other.Id);
    }

    private int Compare<T>(T? one, T? other)
        where T : struct, IComparable<T> =>
        one is { } first && other is { } second ? Directed(first.CompareTo(second)) : (one is null).CompareTo(other is null);

    private int CompareText(string? one, string? other) =>
        one is null || other is null ? (one is null).CompareTo(other is null)
        : string.Compare(one, other, StringComparison.OrdinalIgnoreCase) is not 0 and var ignoringCase ? Directed(ignoringCase)
        : Directed(string.CompareOrdinal(one, other));

    private int Directed(int comparison) => IsDescending ? -comparison : comparison;
}
