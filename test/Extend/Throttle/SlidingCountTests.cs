using Extend.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

public sealed class SlidingCountTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void What_was_counted_is_forgotten_after_half_a_minute()
    {
        var count = new SlidingCount(_clock);
        count.Add();
        count.Add();
        _clock.Advance(TimeSpan.FromSeconds(10));
        count.Add();
        _clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(3, count.Total);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, count.Total);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, count.Total);
    }

    [Fact]
    public void Usual_calls_are_smoothed_as_round_trips_are()
    {
        var places = new Places(1);
        places.Begin();
        Assert.True(places.AreTaken);
        places.End(TimeSpan.FromSeconds(1));
        Assert.False(places.AreTaken);
        places.Begin();
        places.End(TimeSpan.FromSeconds(9));

        Assert.Equal(2, places.UsualCall.TotalSeconds);
    }
}
