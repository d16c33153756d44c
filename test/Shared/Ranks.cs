namespace Vts.Testing;

/// <summary>
/// The test of Mann and Whitney: of two measures, one of each kind, how often is the second the larger? One half means that they cannot
/// be told apart. It looks at ranks alone, so that outliers count for no more than one.
/// </summary>
public static class Ranks
{
    /// <summary>The share of all pairs in which the second is the larger; of equal ones, half.</summary>
    public static double LargerShare(IReadOnlyCollection<long> first, IReadOnlyCollection<long> second)
    {
        long[] sorted = [.. first.Order()];
        return second.Sum(value => (Below(sorted, value) + Below(sorted, value + 1)) / 2.0) / first.Count / second.Count;
    }

    private static int Below(long[] sorted, long value)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] < value ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
