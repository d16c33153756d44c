using CsCheck;
using Extend.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

public sealed class RetryBudgetTests
{
    [Fact]
    public void In_no_half_minute_are_retries_more_than_a_fifth_of_the_reads_but_for_the_free_ones() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2000].Array[1, 200]).Sample((free, gaps) =>
        {
            using var world = new ThrottleWorld();
            var clock = new FakeTimeProvider();
            var budget = new RetryBudget(free, clock, world.Metrics);
            var (reads, retries) = (new List<TimeSpan>(), new List<TimeSpan>());
            foreach (var gap in gaps)
            {
                clock.Advance(TimeSpan.FromMilliseconds(gap));
                budget.CountRead();
                reads.Add(clock.Elapsed);
                if (budget.TryTake())
                {
                    retries.Add(clock.Elapsed);
                    var from = TimeSpan.FromSeconds(Math.Floor(clock.Elapsed.TotalSeconds) - 29);
                    Assert.InRange(retries.Count(at => at >= from), 1, Math.Max(free, reads.Count(at => at >= from) / 5));
                }
            }
        });

    [Fact]
    public void A_lone_read_has_its_two_retries_and_has_them_again_half_a_minute_later()
    {
        using var world = new ThrottleWorld();
        var budget = new RetryBudget(free: 2, world.Clock, world.Metrics);
        for (var minute = 0; minute < 3; minute++)
        {
            budget.CountRead();
            Assert.Equal([true, true, false], [budget.TryTake(), budget.TryTake(), budget.TryTake()]);
            world.Advance(30);
        }
    }
}
