using System.Diagnostics.Metrics;
using Extend.Throttle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

/// <summary>The gate by itself: what each answer makes of it.</summary>
public sealed class GateStateTests : IDisposable
{
    private static readonly CallOutcome Well = new();

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeTimeProvider _clock = new();
    private readonly Gate _gate;

    public GateStateTests() =>
        _gate = new Gate(new Random(1), _clock, new ThrottleMetrics("main", _services.GetRequiredService<IMeterFactory>()));

    [Fact]
    public void When_the_time_is_over_the_first_may_go_and_the_others_wait_a_second_for_its_answer()
    {
        End(Throttled(5));
        Assert.Equal((5, 5), (Before(1), Before(2)));
        Advance(5);
        Assert.Equal((0, 1), (Before(1), Before(2)));

        _gate.Begin();
        Assert.Equal(1, Before(1));
        Advance(1.5);
        Assert.Equal(1, Before(1));

        _gate.End(new Place(_clock.Elapsed, IsProbe: true), outcome: null);
        Assert.True(Before(1) <= 0);
        Assert.Equal(1, Before(2));
    }

    [Fact]
    public void An_open_gate_is_no_wait_for_anyone()
    {
        _gate.Begin();

        Assert.Equal((0, 0, true, false), (Before(1), Before(9), _gate.IsOpen, _gate.IsOutage));
        Assert.Equal((ExtendFault.Throttled, "gate"), (_gate.Fault, _gate.Name));
    }

    [Fact]
    public void One_503_without_a_time_closes_nothing_and_one_with_a_time_does()
    {
        End(new CallOutcome(ExtendFault.Unavailable));
        Assert.True(_gate.IsOpen);

        End(new CallOutcome(ExtendFault.Unavailable, TimeSpan.FromSeconds(2)));
        Assert.Equal((false, false, ExtendFault.Unavailable, 2), (_gate.IsOpen, _gate.IsOutage, _gate.Fault, Before(1)));
    }

    [Fact]
    public void A_retry_after_of_nothing_is_none()
    {
        End(Throttled(0));

        Assert.InRange(Before(1), 1, 1.25);
    }

    [Fact]
    public void An_answer_that_was_under_way_does_not_open_it()
    {
        End(Throttled(5));
        End(Well);

        Assert.Equal(5, Before(1));
    }

    [Fact]
    public void A_longer_time_that_an_answer_under_way_tells_counts_and_a_shorter_does_not()
    {
        End(Throttled(10));
        End(Throttled(3));
        End(Throttled(null));
        Assert.Equal(10, Before(1));

        End(Throttled(20));
        Assert.Equal(20, Before(1));
    }

    [Fact]
    public void What_the_probe_is_told_counts_whatever_was_told_before()
    {
        End(Throttled(5));
        Advance(5);

        Probe(Throttled(0.5));

        Assert.Equal(0.5, Before(1));
    }

    [Fact]
    public void A_probe_that_is_answered_badly_makes_it_an_outage_until_one_is_answered_well()
    {
        End(Throttled(5));
        for (var i = 0; i < 2; i++)
        {
            Advance(5);
            Probe(new CallOutcome(ExtendFault.Unavailable, TimeSpan.FromSeconds(5)));
            Assert.Equal((true, "outage", ExtendFault.Unavailable), (_gate.IsOutage, _gate.Name, _gate.Fault));
        }

        Advance(5);
        Probe(Throttled(5));
        Assert.Equal((true, ExtendFault.Throttled), (_gate.IsOutage, _gate.Fault));

        Advance(5);
        Probe(Well);
        Assert.Equal((true, false), (_gate.IsOpen, _gate.IsOutage));
    }

    [Fact]
    public void In_an_outage_the_pauses_double_to_five_seconds_and_no_further()
    {
        for (var i = 0; i < 10; i++)
        {
            End(ThrottleWorld.Ill);
        }

        var pauses = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            pauses.Add(Before(1));
            Advance(Before(1));
            Probe(ThrottleWorld.Ill);
        }

        Assert.InRange(pauses[0], 1, 1.25);
        Assert.InRange(pauses[1], 2, 2.5);
        Assert.All(pauses[3..], pause => Assert.Equal(5, pause));
    }

    [Fact]
    public void After_an_outage_its_calls_are_forgotten()
    {
        for (var i = 0; i < 10; i++)
        {
            End(ThrottleWorld.Ill);
        }

        Advance(Before(1));
        Probe(Well);
        for (var i = 0; i < 9; i++)
        {
            End(ThrottleWorld.Ill);
        }

        Assert.True(_gate.IsOpen);
        End(ThrottleWorld.Ill);
        Assert.True(_gate.IsOutage);
    }

    public void Dispose() => _services.Dispose();

    private static CallOutcome Throttled(double? seconds) => new(ExtendFault.Throttled, seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);

    private double Before(int nth) => _gate.Before(nth).TotalSeconds;

    private void Advance(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    private void End(CallOutcome outcome) => _gate.End(new Place(_clock.Elapsed, IsProbe: false), outcome);

    private void Probe(CallOutcome outcome)
    {
        _gate.Begin();
        _gate.End(new Place(_clock.Elapsed, IsProbe: true), outcome);
    }
}
