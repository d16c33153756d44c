namespace Vts.Callers.Rules;

/// <summary>Which cards a caller may see: a card must fit each list that is not null.</summary>
public sealed record CardRule
{
    /// <summary>Every card of the account.</summary>
    public static CardRule All { get; } = new();

    /// <summary>Ids of cards (<c>vc_…</c>); null for any.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Extend's statuses (<c>ACTIVE</c>); null for any.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Recipients: who received the card; null for any.</summary>
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>Cardholders; null for any.</summary>
    public IReadOnlyList<string>? Cardholders { get; init; }

    /// <summary>Ids of the credit cards behind the cards (<c>cc_…</c>); null for any.</summary>
    public IReadOnlyList<string>? CreditCards { get; init; }
}
