namespace Extend.VirtualCards;

/// <summary>Which cards to list; a member that is null leaves all in.</summary>
public sealed record CardFilter
{
    /// <summary>Only cards of these statuses (<c>ACTIVE</c>).</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Only cards of this user, <c>u_…</c>.</summary>
    public string? RecipientId { get; init; }

    /// <summary>Only cards of this credit card or budget, <c>cc_…</c>.</summary>
    public string? CreditCardId { get; init; }

    /// <summary>Whether the filter takes the card in.</summary>
    public bool Matches(VirtualCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Statuses?.Contains(card.Status, StringComparer.Ordinal) is not false
            && (RecipientId is null || RecipientId == card.RecipientId)
            && (CreditCardId is null || CreditCardId == card.CreditCardId);
    }

    /// <summary>The filter as Extend's own parameters, each after an ampersand.</summary>
    internal string Parameters => string.Concat(
        Parameter("statuses", Statuses is { Count: > 0 } ? string.Join(',', Statuses) : null),
        Parameter("recipient", RecipientId),
        Parameter("creditCardId", CreditCardId));

    private static string Parameter(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
