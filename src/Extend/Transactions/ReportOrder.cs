namespace Extend.Transactions;

/// <summary>What one page of the report shows about the date it is sorted by.</summary>
internal static class ReportOrder
{
    /// <summary>Whether the rows stand newest authorization first.</summary>
    public static bool FollowsAuthorization(IReadOnlyList<Transaction> rows) => Descends(rows.Select(row => row.AuthedAt));

    /// <summary>
    /// Whether the rows can only have been sorted by authorization: they follow it, and do not follow the settlement,
    /// wherever that puts what is not settled: first, last, or where its authorization would.
    /// </summary>
    public static bool ProvesAuthorization(IReadOnlyList<Transaction> rows) =>
        FollowsAuthorization(rows)
        && !Descends(rows.Select(row => row.ClearedAt ?? row.AuthedAt))
        && !Descends(rows.Select(row => row.ClearedAt ?? DateTimeOffset.MaxValue))
        && !Descends(rows.Select(row => row.ClearedAt ?? DateTimeOffset.MinValue));

    private static bool Descends(IEnumerable<DateTimeOffset?> times) => Descends(times.Select(time => time ?? DateTimeOffset.MinValue));

    private static bool Descends(IEnumerable<DateTimeOffset> times)
    {
        var previous = DateTimeOffset.MaxValue;
        foreach (var time in times)
        {
            if (time > previous)
            {
                return false;
            }

            previous = time;
        }

        return true;
    }
}
