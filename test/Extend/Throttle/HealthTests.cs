using Extend.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

public sealed class HealthTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Health _health;

    public HealthTests() => _health = new Health(_clock);

    [Fact]
    public void Ten_ill_calls_of_the_last_twenty_are_illness()
    {
        Note(isIll: true, 9);
        Assert.False(_health.IsIll);
        Note(isIll: false, 10);
        Assert.False(_health.IsIll);
        Note(isIll: true, 1);
        Assert.True(_health.IsIll);
        Note(isIll: false, 1);
        Assert.False(_health.IsIll);
    }

    [Fact]
    public void What_is_more_than_half_a_minute_old_is_forgotten()
    {
        Note(isIll: true, 9);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Note(isIll: true, 1);
        Assert.True(_health.IsIll);

        _clock.Advance(TimeSpan.FromTicks(1));
        Note(isIll: true, 1);
        Assert.False(_health.IsIll);
    }

    [Fact]
    public void After_an_outage_it_begins_anew()
    {
        Note(isIll: true, 12);
        _health.Forget();
        Assert.False(_health.IsIll);
        Note(isIll: true, 9);
        Assert.False(_health.IsIll);
        Note(isIll: true, 1);
        Assert.True(_health.IsIll);
    }

    private void Note(bool isIll, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _health.Note(isIll);
        }
    }
}
