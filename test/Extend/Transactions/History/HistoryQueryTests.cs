using Extend.Transactions;

namespace Extend.Tests.Transactions.History;

public sealed class HistoryQueryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Noon.AddHours(1);

    [Fact]
    public void Nothing_above_the_earlier_of_bound_and_place_is_looked_for()
    {
        Assert.Null(new HistoryQuery().Top);
        Assert.Equal(Noon, new HistoryQuery { Before = Noon }.Top);
        Assert.Equal(Noon, new HistoryQuery { After = At(Noon) }.Top);
        Assert.Equal(Noon, new HistoryQuery { Before = Noon, After = At(Later) }.Top);
        Assert.Equal(Noon, new HistoryQuery { Before = Later, After = At(Noon) }.Top);
        Assert.Equal(Noon, new HistoryQuery { Before = Noon, After = At(null) }.Top);
    }

    [Fact]
    public void What_has_no_moment_is_within_no_bounds()
    {
        Assert.True(new HistoryQuery().TakesUndated);
        Assert.False(new HistoryQuery { From = Noon }.TakesUndated);
        Assert.False(new HistoryQuery { Before = Noon }.TakesUndated);
    }

    [Fact]
    public void A_query_that_nothing_can_match_is_empty()
    {
        Assert.True(new HistoryQuery { Statuses = [] }.IsEmpty);
        Assert.True(new HistoryQuery { From = Noon, Before = Noon }.IsEmpty);
        Assert.True(new HistoryQuery { From = Noon, After = At(null) }.IsEmpty);
        Assert.False(new HistoryQuery { From = Noon, Before = Later }.IsEmpty);
        Assert.False(new HistoryQuery { After = At(null) }.IsEmpty);
        Assert.False(new HistoryQuery().IsEmpty);
    }

    [Fact]
    public void Of_two_places_the_newer_is_the_lesser_and_of_one_moment_that_of_the_greater_id()
    {
        HistoryPosition[] places = [new(Later, "a"), new(Noon, "b"), new(Noon, "a"), new(null, "b"), new(null, "a")];
        foreach (var (i, one) in places.Index())
        {
            foreach (var (j, other) in places.Index())
            {
                Assert.Equal([i < j, i > j, i <= j, i >= j], new[] { one < other, one > other, one <= other, one >= other });
            }
        }
    }

    private static HistoryPosition At(DateTimeOffset? moment) => new(moment, "txn_1");
}
