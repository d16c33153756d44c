using Extend.Throttle;

namespace Extend.Tests.Throttle;

public sealed class RecoveryTests
{
    [Fact]
    public void After_an_outage_reads_pass_by_a_tenth_of_the_rate_that_was_usual()
    {
        using var world = Recovered();
        var waiting = world.Enter(200, seconds: 100);

        Assert.InRange(Passed(world, waiting, seconds: 1), 4, 9);
        Assert.InRange(Passed(world, waiting, seconds: 4), 60, 75);
    }

    [Fact]
    public void When_it_has_risen_and_nobody_waits_it_is_over()
    {
        using var world = Recovered();
        world.Advance(11);
        world.Call(ThrottleWorld.Well);

        Assert.All(world.Enter(200), read => Assert.True(read.Task.IsCompletedSuccessfully));
    }

    [Fact]
    public void While_somebody_waits_it_goes_on()
    {
        using var world = Recovered();
        var waiting = world.Enter(1_000, seconds: 100);

        Assert.InRange(Passed(world, waiting, seconds: 11), 270, 300);
        Assert.InRange(Passed(world, waiting, seconds: 1) - 284, 35, 53);
    }

    // Forty calls a second are usual, then Extend is ill, then it answers one probe well.
    private static ThrottleWorld Recovered()
    {
        var world = new ThrottleWorld(concurrency: 1_000);
        for (var i = 0; i < 400; i++)
        {
            world.Call(ThrottleWorld.Well);
            world.Advance(0.025);
        }

        for (var i = 0; i < 10; i++)
        {
            world.Call(ThrottleWorld.Ill);
        }

        world.Advance(1.25);
        world.Call(ThrottleWorld.Well);
        return world;
    }

    // How many of them have passed by then.
    private static int Passed(ThrottleWorld world, WaitingRead[] waiting, double seconds)
    {
        for (var i = 0; i < seconds * 100; i++)
        {
            world.Advance(0.01);
        }

        return waiting.Count(read => read.Task.IsCompletedSuccessfully);
    }
}
