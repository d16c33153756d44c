namespace Vts.Queries;

/// <summary>Finds what someone is likely to have meant.</summary>
internal static class Nearest
{
    private const int LongestCompared = 64;

    /// <summary>That of the known texts which the fewest changed, added, left out or swapped letters lead to; the first of several.</summary>
    public static string Of(string text, IEnumerable<string> known)
    {
        var meant = text[..Math.Min(text.Length, LongestCompared)];
        return known.MinBy(candidate => Distance(meant, candidate))!;
    }

    // Optimal string alignment. Letters that differ in case alone cost half.
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i == 0 ? 2 * j : j == 0 ? 2 * i : Math.Min(
                    Math.Min(rows[i - 1, j] + 2, rows[i, j - 1] + 2),
                    rows[i - 1, j - 1] + Cost(one[i - 1], other[j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 2);
                }
            }
        }

        return rows[one.Length, other.Length];
    }

    private static int Cost(char one, char other) => one == other ? 0 : char.ToLowerInvariant(one) == char.ToLowerInvariant(other) ? 1 : 2;
}
