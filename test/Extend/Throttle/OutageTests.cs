namespace Extend.Tests.Throttle;

/// <summary>Extend fails for half a minute under load: from the sixtieth second to the ninetieth.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(120)]
    public void In_the_outage_extend_has_a_tenth_of_its_usual_load_and_after_it_no_more_than_a_fifth_over_it(double perSecond)
    {
        using var world = new ThrottleWorld();
        var run = new LoadRun(world);
        run.Arrivals(perSecond, until: 200);

        Run(run);

        Assert.InRange(run.CallsBetween(60, 90), 5, perSecond * 30 / 10);
        Assert.InRange(run.Peak(90, 200), perSecond, perSecond * 1.2);
    }

    [Fact]
    public void Callers_who_wait_as_they_are_told_and_come_back_all_at_once_do_not_overrun_it_either()
    {
        using var world = new ThrottleWorld();
        var run = new LoadRun(world);
        run.Callers(64);

        Run(run);

        var usual = run.CallsBetween(0, 60) / 60.0;
        Assert.InRange(run.CallsBetween(60, 90), 5, usual * 30 / 10);
        Assert.InRange(run.Peak(90, 200), usual, usual * 1.2);
    }

    [Fact]
    public void It_comes_back_slowly_and_wholly()
    {
        using var world = new ThrottleWorld();
        var run = new LoadRun(world);
        run.Arrivals(40, until: 200);

        Run(run);

        var back = run.Calls.First(at => at >= 90_000) / 1000.0;
        Assert.InRange(back, 90, 95);
        Assert.InRange(run.CallsBetween(back, back + 2), 2, 40 * 2 / 2);
        Assert.Equal(40, run.CallsBetween(190, 191));
    }

    [Fact]
    public void In_the_outage_reads_are_refused_at_once_with_extends_own_fault_and_the_time_of_the_next_probe()
    {
        using var world = new ThrottleWorld();
        Close(world);

        var refusal = world.Refused();

        Assert.Equal(ExtendFault.ServerError, refusal.Fault);
        Assert.InRange(refusal.RetryAfter!.Value.TotalSeconds, 1, 1.25);
    }

    [Fact]
    public void Probes_that_are_given_up_do_not_make_more_of_them()
    {
        using var world = new ThrottleWorld();
        Close(world);
        world.Advance(1.25);
        world.Call(outcome: null, seconds: 0.1);

        Assert.Equal(0.9, world.Refused().RetryAfter!.Value.TotalSeconds, 0.001);
    }

    [Fact]
    public void Failures_that_are_few_or_long_past_close_nothing()
    {
        using var world = new ThrottleWorld();
        for (var i = 0; i < 100; i++)
        {
            world.Call(i % 3 == 0 ? ThrottleWorld.Ill : ThrottleWorld.Well, seconds: 0.1);
        }

        world.Advance(30);
        for (var i = 0; i < 20; i++)
        {
            world.Call(ThrottleWorld.Ill, seconds: 4);
        }
    }

    private static void Close(ThrottleWorld world)
    {
        for (var i = 0; i < 10; i++)
        {
            world.Call(ThrottleWorld.Ill);
        }
    }

    private static void Run(LoadRun run)
    {
        run.Until(60);
        run.IsIll = true;
        run.Until(90);
        run.IsIll = false;
        run.Until(200);
    }
}
