namespace Vts.Freshness;

/// <summary>A list made of things that are kept.</summary>
/// <param name="Sources">What it was made of.</param>
/// <param name="List">The list.</param>
internal sealed record Derived<T>(object[] Sources, T[] List)
{
    /// <summary>Whether it was made of these very things.</summary>
    public bool IsOf(ReadOnlySpan<object> sources) => sources.SequenceEqual(Sources, ReferenceEqualityComparer.Instance);
}
