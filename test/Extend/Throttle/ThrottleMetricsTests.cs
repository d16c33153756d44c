using Extend.Throttle;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Extend.Tests.Throttle;

public sealed class ThrottleMetricsTests
{
    [Fact]
    public void Waiting_reads_and_taken_places_are_counted_in_and_out()
    {
        using var world = new ThrottleWorld(concurrency: 1);
        using var waiting = Collect<int>(world, "waiting");
        using var underWay = Collect<int>(world, "under_way");
        using var waits = Collect<double>(world, "wait.duration");
        var reads = world.Enter(3);
        Assert.Equal((2, 1), (Sum(waiting), Sum(underWay)));

        world.Advance(2);
        world.Leave(reads[0]);
        world.Turnstile.GiveUp(reads[2], new CancellationToken(canceled: true));
        world.Leave(reads[1]);

        Assert.Equal((0, 0), (Sum(waiting), Sum(underWay)));
        Assert.Equal([0, 2], waits.GetMeasurementSnapshot().Select(one => one.Value));
    }

    [Fact]
    public void Refusals_and_the_gate_are_told_with_their_reason()
    {
        using var world = new ThrottleWorld(requestsPerMinute: 30);
        using var refusals = Collect<long>(world, "refusals");
        using var closings = Collect<long>(world, "closings");
        using var gate = Collect<int>(world, "gate");
        world.Call(new CallOutcome(ExtendFault.Throttled, TimeSpan.FromSeconds(60)));
        world.Refused();
        world.Advance(60);
        world.Call(ThrottleWorld.Well);
        world.Enter(10).ToList().ForEach(read => world.Leave(read, ThrottleWorld.Ill));
        world.Refused();
        world.Advance(2);
        world.Call(ThrottleWorld.Well);

        Assert.Equal(["gate", "outage"], refusals.GetMeasurementSnapshot().Select(one => one.Tags["extend.refusal.reason"]));
        Assert.Equal(["Throttled", "ServerError"], closings.GetMeasurementSnapshot().Select(one => one.Tags["error.type"]));
        Assert.Equal([1, 0, 2, 0], gate.GetMeasurementSnapshot().Select(one => one.Value));
        Assert.All(gate.GetMeasurementSnapshot(), one => Assert.Equal("main", one.Tags["extend.account"]));
    }

    [Fact]
    public void A_refusal_names_the_limit_that_is_longest()
    {
        Assert.Equal("remaining", Reason(world => world.Call(new CallOutcome(Remaining: 0))));
        Assert.Equal("rate", Reason(world => world.Call(ThrottleWorld.Well), requestsPerMinute: 1));
        Assert.Equal("places", Reason(world =>
        {
            world.Call(ThrottleWorld.Well, seconds: 30);
            world.Enter();
        }));
        Assert.Equal("deadline", Reason(world =>
        {
            world.Enter();
            var waiting = world.Enter(seconds: 5);
            world.Advance(5);
            world.Turnstile.GiveUp(waiting, new CancellationToken(canceled: true));
        }, refuses: false));

        static string? Reason(Action<ThrottleWorld> prepare, int requestsPerMinute = 0, bool refuses = true)
        {
            using var world = new ThrottleWorld(concurrency: 1, requestsPerMinute);
            using var refusals = Collect<long>(world, "refusals");
            prepare(world);
            if (refuses)
            {
                world.Refused(seconds: 10);
            }

            return (string?)Assert.Single(refusals.GetMeasurementSnapshot()).Tags["extend.refusal.reason"];
        }
    }

    [Fact]
    public void Who_is_refused_while_waiting_waits_no_longer()
    {
        using var world = new ThrottleWorld(concurrency: 1);
        using var waiting = Collect<int>(world, "waiting");
        var first = world.Enter();
        world.Enter(3, seconds: 5);
        Assert.Equal(3, Sum(waiting));

        world.Leave(first, new CallOutcome(ExtendFault.Throttled, TimeSpan.FromSeconds(60)));

        Assert.Equal(0, Sum(waiting));
    }

    [Fact]
    public void A_fifth_of_the_reads_may_be_tried_again()
    {
        using var world = new ThrottleWorld();
        var budget = new RetryBudget(free: 1, world.Clock, world.Metrics);
        for (var i = 0; i < 100; i++)
        {
            budget.CountRead();
        }

        Assert.Equal(20, Enumerable.Range(0, 100).Count(_ => budget.TryTake()));
    }

    [Fact]
    public void Retries_are_counted_with_whether_the_budget_had_them()
    {
        using var world = new ThrottleWorld();
        using var retries = new MetricCollector<long>(world.Meters, ExtendAccounts.MeterName, "extend.client.retries");
        var budget = new RetryBudget(free: 1, world.Clock, world.Metrics);
        budget.TryTake();
        budget.TryTake();

        Assert.Equal([true, false], retries.GetMeasurementSnapshot().Select(one => one.Tags["extend.retry.granted"]));
    }

    private static MetricCollector<T> Collect<T>(ThrottleWorld world, string name)
        where T : struct => new(world.Meters, ExtendAccounts.MeterName, $"extend.client.throttle.{name}");

    private static int Sum(MetricCollector<int> counter) => counter.GetMeasurementSnapshot().Sum(one => one.Value);
}
