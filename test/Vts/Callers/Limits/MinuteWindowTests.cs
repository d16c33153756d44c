using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers.Limits;

namespace Vts.Tests.Callers.Limits;

public sealed class MinuteWindowTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly MinuteWindow _window;

    public MinuteWindowTests() => _window = new MinuteWindow(most: 3, _clock);

    public void Dispose() => _window.Dispose();

    [Fact]
    public void The_minute_begins_with_the_first_and_not_with_a_look()
    {
        Assert.Equal((true, 3, 60), Look());
        _clock.Advance(TimeSpan.FromSeconds(50));
        Assert.True(Take());
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True(Take());
        Assert.Equal((true, 1, 40), Look());
        Assert.True(Take());
        Assert.False(Take());
        Assert.Equal((false, 0, 40), Look());

        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal((true, 3, 60), Look());
        Assert.True(Take());
        Assert.Equal(2, _window.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public void What_is_left_is_told_of_a_minute_that_is_over_too()
    {
        Take();
        Assert.Equal(2, _window.GetStatistics()!.CurrentAvailablePermits);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(3, _window.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public void It_may_be_forgotten_only_when_its_minute_is_over()
    {
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), _window.IdleDuration);

        Take();
        Assert.Null(_window.IdleDuration);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(_window.IdleDuration);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, _window.IdleDuration);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(5), _window.IdleDuration);
    }

    [Fact]
    public async Task Nobody_waits_for_the_next_minute()
    {
        while (Take())
        {
        }

        using var lease = await _window.AcquireAsync();

        Assert.False(lease.IsAcquired);
        Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(TimeSpan.FromMinutes(1), wait);
        Assert.False(lease.TryGetMetadata("other", out _));
    }

    private bool Take()
    {
        using var lease = _window.AttemptAcquire();
        return lease.IsAcquired;
    }

    private (bool MayGoOn, int Left, int Wait) Look()
    {
        using var lease = _window.AttemptAcquire(0);
        return Standing.Of(lease) is var standing ? (standing.MayGoOn, standing.Left, standing.WaitSeconds) : default;
    }
}
