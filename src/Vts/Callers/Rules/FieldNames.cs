using Vts.Forms;

namespace Vts.Callers.Rules;

/// <summary>The members of the contract's card and transaction that a field rule may name.</summary>
public static class FieldNames
{
    /// <summary>A card's, in the contract's order.</summary>
    public static IReadOnlyList<string> OfCard { get; } = [.. CardMembers.All.Select(member => member.Name)];

    /// <summary>A transaction's, in the contract's order.</summary>
    public static IReadOnlyList<string> OfTransaction { get; } = [.. TransactionMembers.All.Select(member => member.Name)];

    /// <summary>Both, each name once.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfCard.Union(OfTransaction, StringComparer.Ordinal)];
}
