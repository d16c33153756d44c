namespace Vts.Queries;

/// <summary>Finds what someone is likely to have meant.</summary>
internal static class Nearest
{
    private const int LongestCompared = 64;

    /// <summary>That of the known texts which the fewest changed, added, left out or swapped letters lead to; the first of several.</summary>
    /// <remarks>Only the first 64 characters count, so that the work is bounded.</remarks>
    public static string Of(string text, IEnumerable<string> known) => known.MinBy(candidate => Distance(Cut(text), Cut(candidate)))!;

    private static ReadOnlySpan<char> Cut(string text) => text.AsSpan(0, Math.Min(text.Length, LongestCompared));

    // Optimal string alignment, by rows. Letters that differ in case alone cost half.
    private static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = 2 * j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            last.CopyTo(before);
            row.CopyTo(last);
            row[0] = 2 * i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 2, row[j - 1] + 2), last[j - 1] + Cost(one[i - 1], other[j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 2);
                }
            }
        }

        return row[other.Length];
    }

    private static int Cost(char one, char other) => one == other ? 0 : char.ToLowerInvariant(one) == char.ToLowerInvariant(other) ? 1 : 2;
}
