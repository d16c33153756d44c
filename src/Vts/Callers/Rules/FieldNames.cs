namespace Vts.Callers.Rules;

/// <summary>The members of the contract's card and transaction that a field rule may name.</summary>
public static class FieldNames
{
    /// <summary>A card's, in the contract's order.</summary>
    public static IReadOnlyList<string> OfCard { get; } = ["id", "displayName", "limitCents", "balanceCents", "last4", "status"];

    /// <summary>A transaction's, in the contract's order.</summary>
    public static IReadOnlyList<string> OfTransaction { get; } =
        ["id", "cardId", "status", "type", "amountCents", "currency", "merchantName", "mcc", "authorizedAt", "clearedAt"];

    /// <summary>Both, each name once.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfCard.Union(OfTransaction, StringComparer.Ordinal)];
}
