namespace Vts.Callers.Rules;

/// <summary>Which members of a card and of a transaction a caller may see.</summary>
public sealed record FieldRule
{
    /// <summary>Every member.</summary>
    public static FieldRule All { get; } = new();

    /// <summary>The members' names, as in the contract; null for all.</summary>
    public IReadOnlyList<string>? Names { get; init; }
}
