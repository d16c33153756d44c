namespace Vts.Transactions;

/// <summary>One list made of several cards' transactions.</summary>
/// <param name="Parts">The cards' own.</param>
/// <param name="Whole">All of them, in order.</param>
internal sealed record Composed(Transaction[][] Parts, Transaction[] Whole)
{
    public static Composed Of(Transaction[][] parts) => new(parts, [.. MostRecent.Order(parts.SelectMany(transactions => transactions))]);

    /// <summary>Whether it was made of these very lists.</summary>
    public bool IsOf(Transaction[][] parts) => Parts.AsSpan().SequenceEqual(parts, ReferenceEqualityComparer.Instance);
}
