namespace Vts.Bench.Lambda;

/// <summary>Whose turn it is: whoever began the last round does not begin the next.</summary>
internal static class Turns
{
    public static IEnumerable<T> Of<T>(IReadOnlyList<T> all, int round) =>
        Enumerable.Range(0, all.Count).Select(i => all[(i + round) % all.Count]);
}
