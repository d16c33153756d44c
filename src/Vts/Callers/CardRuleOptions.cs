using Vts.Callers.Rules;

namespace Vts.Callers;

/// <summary>A card rule in configuration: <c>Callers:{n}:Cards</c>. A list that is left out restricts nothing.</summary>
public sealed class CardRuleOptions
{
    /// <summary>Ids of cards (<c>vc_…</c>).</summary>
    public IList<string> Ids { get; } = [];

    /// <summary>Extend's statuses, as <c>ACTIVE</c>.</summary>
    public IList<string> Statuses { get; } = [];

    /// <summary>Ids of the people who use the cards (<c>u_…</c>).</summary>
    public IList<string> Recipients { get; } = [];

    /// <summary>Ids of the people who own the credit cards behind the cards (<c>u_…</c>).</summary>
    public IList<string> Cardholders { get; } = [];

    /// <summary>Ids of the credit cards or budgets behind the cards (<c>cc_…</c>).</summary>
    public IList<string> CreditCards { get; } = [];

    internal CardRule ToRule() => new()
    {
        Ids = OrAny(Ids),
        Statuses = OrAny(Statuses),
        Recipients = OrAny(Recipients),
        Cardholders = OrAny(Cardholders),
        CreditCards = OrAny(CreditCards),
    };

    internal static IReadOnlyList<string>? OrAny(IList<string> values) => values.Count == 0 ? null : [.. values];
}
