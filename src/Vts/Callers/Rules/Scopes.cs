namespace Vts.Callers.Rules;

/// <summary>What a caller may read. As text: <c>cards:read</c>, <c>transactions:read</c>.</summary>
[Flags]
public enum Scopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Cards: <c>cards:read</c>.</summary>
    Cards = 1,

    /// <summary>Transactions: <c>transactions:read</c>.</summary>
    Transactions = 2,

    /// <summary>Whatever there is to read.</summary>
    All = Cards | Transactions,
}
