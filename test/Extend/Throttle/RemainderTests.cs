using Extend.Throttle;

namespace Extend.Tests.Throttle;

public sealed class RemainderTests
{
    [Fact]
    public void While_much_is_left_nothing_waits()
    {
        using var world = new ThrottleWorld();
        world.Call(Left(18));
        world.Enter(8).ToList().ForEach(read => Assert.True(read.Task.IsCompletedSuccessfully));
    }

    [Fact]
    public void What_little_is_left_is_spread_over_the_rest_of_the_window()
    {
        using var world = new ThrottleWorld();
        world.Call(Left(499));
        world.Advance(40);
        world.Call(Left(4));
        var passedAt = new List<double>();
        for (var ms = 0; ms < 20_000; ms += 100)
        {
            var read = TryEnter(world);
            if (read is not null)
            {
                passedAt.Add(ms / 1000.0);
                world.Leave(read, Left(4 - passedAt.Count));
            }

            world.Advance(0.1);
        }

        // Twenty seconds are left of the minute: four calls divide them by five.
        Assert.Equal([4, 8, 12, 16], passedAt);
    }

    [Fact]
    public void When_nothing_is_left_a_read_is_refused_as_throttled_until_the_window_ends()
    {
        using var world = new ThrottleWorld();
        world.Call(Left(0));
        world.Advance(10);

        var refusal = world.Refused();
        Assert.Equal((ExtendFault.Throttled, 50), (refusal.Fault, refusal.RetryAfter!.Value.TotalSeconds));

        world.Advance(30);
        var waiting = world.Enter();
        world.Advance(20);
        Assert.True(waiting.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_rise_is_a_new_window()
    {
        using var world = new ThrottleWorld();
        var early = world.Enter();
        world.Call(Left(1));
        world.Leave(early, Left(499));

        world.Enter(7).ToList().ForEach(read => Assert.True(read.Task.IsCompletedSuccessfully));
    }

    [Fact]
    public void Answers_out_of_order_are_no_new_window()
    {
        using var world = new ThrottleWorld();
        world.Call(Left(499));
        world.Advance(50);
        var (one, other) = (world.Enter(), world.Enter());
        world.Leave(other, Left(0));
        world.Leave(one, Left(1));

        Assert.InRange(world.Refused(seconds: 1).RetryAfter!.Value.TotalSeconds, 4.999, 5.001);
    }

    private static CallOutcome Left(int left) => new(Remaining: left);

    private static WaitingRead? TryEnter(ThrottleWorld world)
    {
        try
        {
            return world.Enter(seconds: 0.01);
        }
        catch (ExtendException)
        {
            return null;
        }
    }
}
