using CsCheck;

namespace Extend.Tests.Transactions.History;

/// <summary>A transaction to be made.</summary>
/// <param name="AuthedAt">Where it stands in Extend's own order.</param>
/// <param name="Status">Its status.</param>
/// <param name="ClearedAt">When it settled; null if it did not.</param>
/// <param name="IsUndated">Whether Extend leaves out when it was authorized.</param>
internal sealed record Row(DateTimeOffset AuthedAt, string Status = "PENDING", DateTimeOffset? ClearedAt = null, bool IsUndated = false)
{
    private static readonly string[] Statuses = ["PENDING", "CLEARED", "CLEARED", "CLEARED", "DECLINED", "NO_MATCH", "AUTH_REVERSAL"];

    /// <summary>Rows of every kind, many at the same moments or a millisecond apart, settled out of order.</summary>
    public static Gen<Row> Any { get; } =
        from day in Gen.Int[0, 20]
        from millisecond in Gen.Int[0, 3]
        from status in Gen.Int[0, Statuses.Length - 1].Select(index => Statuses[index])
        from settling in Gen.Int[1, 200]
        from undated in Gen.Int[0, 12]
        let authedAt = HistoryWorld.Start.AddDays(-day).AddMilliseconds(millisecond)
        select new Row(authedAt, status, status is "CLEARED" or "NO_MATCH" ? authedAt.AddHours(settling) : null, undated == 0);

    /// <summary>So many settled purchases an hour apart, newest first, in an order that proves itself: every other one settled late.</summary>
    public static IEnumerable<Row> Hourly(int count) => Every(TimeSpan.FromHours(1), count);

    /// <summary>As <see cref="Hourly"/>, further apart or nearer.</summary>
    public static IEnumerable<Row> Every(TimeSpan step, int count) => Enumerable.Range(0, count).Select(number =>
        new Row(HistoryWorld.Start - (step * number), "CLEARED", HistoryWorld.Start - (step * (number - (number % 2 == 0 ? 1 : 30)))));
}
