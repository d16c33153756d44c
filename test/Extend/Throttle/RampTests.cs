using CsCheck;
using Extend.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

public sealed class RampTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    public void From_a_tenth_of_the_usual_rate_it_rises_in_ten_seconds_to_a_tenth_over_it(int usual)
    {
        var ramp = Started(usual);
        var passed = Passed(ramp, seconds: 20);

        Assert.InRange(passed.Count(at => at < 1), 0.15 * usual - 1.5, 0.15 * usual + 1.5);
        Assert.InRange(passed.Count(at => at < 5), 1.75 * usual - 1.5, 1.75 * usual + 1.5);
        Assert.InRange(passed.Count(at => at < 10), 6 * usual - 2, 6 * usual + 2);
        Assert.InRange(passed.Count(at => at >= 10), 11 * usual - 2, 11 * usual + 2);
    }

    [Fact]
    public void A_quiet_service_may_ask_four_a_second_all_the_same()
    {
        var quiet = new RampTests();

        Assert.Equal(Passed(Started(4), 10), quiet.Passed(quiet.Started(0), 10));
    }

    [Fact]
    public void It_is_over_after_seventy_seconds_or_when_nobody_waits_once_it_has_risen()
    {
        var ramp = Started(10);
        Assert.False(ramp.IsOver);
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        ramp.Settle();
        Assert.False(ramp.IsOver);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        ramp.Settle();
        Assert.True(ramp.IsOver);
        Assert.Equal(TimeSpan.Zero, ramp.Before(1_000));

        ramp.Start();
        _clock.Advance(TimeSpan.FromSeconds(69.9));
        Assert.False(ramp.IsOver);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(ramp.IsOver);
        ramp.Begin();
        Assert.Equal(TimeSpan.Zero, ramp.Before(1));
    }

    [Fact]
    public void Before_it_starts_nothing_waits()
    {
        var ramp = new Ramp(new NormalRate(_clock), _clock);
        ramp.Begin();

        Assert.Equal((true, TimeSpan.Zero), (ramp.IsOver, ramp.Before(1_000)));
    }

    [Fact]
    public void The_wait_of_the_nth_is_what_it_turns_out_to_be() => Gen.Select(Gen.Int[1, 60], Gen.Int[0, 30], Gen.Int[1, 40]).Sample((usual, before, nth) =>
    {
        var world = new RampTests();
        var ramp = world.Started(usual);
        for (var i = 0; i < before; i++)
        {
            world.Pass(ramp);
        }

        var told = world._clock.Elapsed + ramp.Before(nth);
        for (var i = 1; i < nth; i++)
        {
            world.Pass(ramp);
        }

        Assert.InRange((world._clock.Elapsed + ramp.Before(1) - told).TotalMilliseconds, -1, 1);
    });

    [Fact]
    public void Time_in_which_nobody_asked_is_not_made_up_for()
    {
        var ramp = Started(100);
        _clock.Advance(TimeSpan.FromSeconds(15));
        ramp.Begin();

        Assert.InRange(ramp.Before(1).TotalMilliseconds, (1_000 / 110.0) - 20.1, 1_000 / 110.0);
        Assert.InRange(Passed(ramp, seconds: 1).Count, 108, 113);
    }

    private Ramp Started(int usual)
    {
        var normal = new NormalRate(_clock);
        for (var i = 0; i < 10 * usual; i++)
        {
            normal.Count();
            _clock.Advance(TimeSpan.FromSeconds(1.0 / usual));
        }

        var ramp = new Ramp(normal, _clock);
        ramp.Start();
        return ramp;
    }

    private void Pass(Ramp ramp)
    {
        var wait = ramp.Before(1);
        _clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        ramp.Begin();
    }

    // When calls passed, in seconds from now, where one always waits.
    private List<double> Passed(Ramp ramp, double seconds)
    {
        var (began, passed) = (_clock.Elapsed, new List<double>());
        while ((_clock.Elapsed + ramp.Before(1) - began).TotalSeconds < seconds)
        {
            Pass(ramp);
            passed.Add((_clock.Elapsed - began).TotalSeconds);
        }

        return passed;
    }
}
