using Extend.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

public sealed class NormalRateTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly NormalRate _rate;

    public NormalRateTests() => _rate = new NormalRate(_clock);

    [Fact]
    public void Nothing_is_no_rate() => Assert.Equal(0, _rate.PerSecond);

    [Fact]
    public void Before_a_second_is_over_its_calls_are_the_rate()
    {
        Second(3, advance: 0);

        Assert.Equal(3, _rate.PerSecond);
    }

    [Fact]
    public void It_is_the_mean_of_the_whole_seconds_that_had_calls()
    {
        Second(2);
        Second(4);
        Second(0);
        Second(9);
        Second(1, advance: 0);

        Assert.Equal(5, _rate.PerSecond);
    }

    [Fact]
    public void It_is_that_of_ten_seconds_in_a_row()
    {
        Seconds(9, 6);
        Seconds(1, 106);
        Seconds(10, 6);
        Second(1, advance: 0);

        Assert.Equal(16, _rate.PerSecond);
    }

    [Fact]
    public void An_extend_that_is_slow_for_a_while_does_not_make_little_usual()
    {
        Seconds(30, 6);
        Seconds(50, 1);
        Second(1, advance: 0);

        Assert.Equal(6, _rate.PerSecond);
    }

    [Fact]
    public void What_was_more_than_sixty_of_them_ago_counts_no_more()
    {
        Seconds(10, 1_000);
        Seconds(60, 6);
        Second(1, advance: 0);

        Assert.Equal(6, _rate.PerSecond);
    }

    private void Seconds(int count, int calls)
    {
        for (var i = 0; i < count; i++)
        {
            Second(calls);
        }
    }

    private void Second(int calls, double advance = 1)
    {
        for (var i = 0; i < calls; i++)
        {
            _rate.Count();
        }

        _clock.Advance(TimeSpan.FromSeconds(advance));
    }
}
