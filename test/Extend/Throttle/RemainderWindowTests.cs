using Extend.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

/// <summary>The remainder by itself: how it divides its window.</summary>
public sealed class RemainderWindowTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Remainder _remainder;

    public RemainderWindowTests() => _remainder = new Remainder(places: 2, _clock);

    [Theory]
    [InlineData(10, 0)]
    [InlineData(9, 6)]
    [InlineData(4, 12)]
    [InlineData(0, 60)]
    public void Less_than_ten_divide_the_window(int left, double wait)
    {
        _remainder.Learn(left);

        Assert.Equal(wait, Before(1));
    }

    [Fact]
    public void Each_call_has_its_part_of_the_window_and_who_comes_too_late_has_its_end()
    {
        _remainder.Learn(4);

        Assert.Equal([12, 24, 36, 48, 60, 60], Enumerable.Range(1, 6).Select(Before));
        Advance(12);
        Assert.Equal(0, Before(1));
        _remainder.Begin();
        Assert.Equal([12, 24, 36, 48, 48], Enumerable.Range(1, 5).Select(Before));
    }

    [Fact]
    public void Fewer_than_none_are_never_left()
    {
        _remainder.Learn(1);
        _remainder.Begin();
        _remainder.Begin();
        _remainder.Begin();

        Assert.Equal(60, Before(1));
    }

    [Fact]
    public void Much_that_is_taken_call_by_call_becomes_little()
    {
        _remainder.Learn(11);
        _remainder.Begin();
        Assert.Equal(0, Before(1));
        _remainder.Begin();

        Assert.Equal(6, Before(1));
    }

    [Fact]
    public void A_rise_of_no_more_than_the_places_is_none()
    {
        _remainder.Learn(1);
        Advance(20);
        _remainder.Learn(3);
        Assert.Equal([-5, 40], [Before(1), Before(4)]);

        _remainder.Learn(6);
        Assert.Equal(60, Before(7));
    }

    [Fact]
    public void From_much_to_little_the_parts_begin_now_and_from_little_on_where_the_last_call_was()
    {
        _remainder.Learn(100);
        Advance(30);
        _remainder.Learn(2);
        Assert.Equal(10, Before(1));
        Advance(6);
        _remainder.Learn(2);

        Assert.Equal(4, Before(1));
    }

    [Fact]
    public void When_the_window_has_ended_nothing_waits_and_the_next_answer_begins_another()
    {
        _remainder.Learn(0);
        Advance(60);
        Assert.Equal(0, Before(1));

        _remainder.Learn(0);
        Assert.True(Before(1) > 0);
        Advance(30);
        Assert.Equal(30, Before(1));
    }

    private double Before(int nth) => _remainder.Before(nth).TotalSeconds;

    private void Advance(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));
}
