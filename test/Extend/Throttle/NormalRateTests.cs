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
    public void Only_the_last_ten_of_them_count()
    {
        Second(1_000);
        for (var i = 0; i < 10; i++)
        {
            Second(6);
        }

        Second(1, advance: 0);

        Assert.Equal(6, _rate.PerSecond);
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
