using Vts.Cards;

namespace Vts.Callers.Rules;

/// <summary>Which cards a caller may see: a card must fit each list that is not null.</summary>
/// <remarks>
/// A list that names nothing is fit by no card, and a card of which Extend does not tell the member in question fits no list of it.
/// </remarks>
public sealed record CardRule
{
    private CardSieve? _sieve;

    /// <summary>Restricts nothing.</summary>
    public CardRule()
    {
    }

    // What is worked out of the lists is left behind: a copy may be given others.
    private CardRule(CardRule other)
    {
        (Ids, Statuses) = (other.Ids, other.Statuses);
        (Recipients, Cardholders, CreditCards) = (other.Recipients, other.Cardholders, other.CreditCards);
    }

    /// <summary>Every card of the account.</summary>
    public static CardRule All { get; } = new();

    /// <summary>Ids of cards (<c>vc_…</c>); null for any.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Extend's statuses, as <c>ACTIVE</c>; null for any.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Ids of the people who use the cards (<c>u_…</c>); null for any.</summary>
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>Ids of the people who own the credit cards behind the cards (<c>u_…</c>); null for any.</summary>
    public IReadOnlyList<string>? Cardholders { get; init; }

    /// <summary>Ids of the credit cards or budgets behind the cards (<c>cc_…</c>); null for any.</summary>
    public IReadOnlyList<string>? CreditCards { get; init; }

    /// <summary>Whether it restricts nothing.</summary>
    internal bool IsAll => Ids is null && !NeedsCard;

    /// <summary>Whether a card's id alone cannot tell.</summary>
    internal bool NeedsCard => (Statuses ?? Recipients ?? Cardholders ?? CreditCards) is not null;

    /// <summary>Names the rule: equal for equal rules, whatever the order of their lists; empty for one that restricts nothing.</summary>
    internal string Name => IsAll ? "" : Sieve.Name;

    private CardSieve Sieve => _sieve ??= new CardSieve(this);

    /// <summary>Whether a card with this id can be within the rule.</summary>
    public bool MayCover(string cardId) => Ids is null || Sieve.HasId(cardId);

    /// <summary>Whether the card is within the rule.</summary>
    public bool Covers(Card card) => IsAll || Sieve.Holds(card);

    /// <inheritdoc/>
    public bool Equals(CardRule? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
