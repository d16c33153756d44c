using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Simulator.Tests.Doors;

public sealed class RateLimitTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_header_counts_down_and_after_zero_comes_429_until_the_minute_is_over()
    {
        await using var sim = await Sim.StartAsync(_clock, 0, ("rateLimit", "2"));

        using var first = await sim.SendAsync(HttpMethod.Get, "/virtualcards?count=1");
        _clock.Advance(TimeSpan.FromSeconds(45));
        using var second = await sim.SendAsync(HttpMethod.Get, "/virtualcards?count=1");
        using var third = await sim.SendAsync(HttpMethod.Get, "/virtualcards?count=1");
        _clock.Advance(TimeSpan.FromSeconds(15));
        using var later = await sim.SendAsync(HttpMethod.Get, "/virtualcards?count=1");

        Assert.Equal("1", Remaining(first));
        Assert.Equal("0", Remaining(second));
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("0", Remaining(third));
        Assert.Equal(TimeSpan.FromSeconds(15), third.Headers.RetryAfter!.Delta);
        Assert.Equal("Too many requests", (await third.JsonAsync()).Text("error"));
        Assert.Equal("1", Remaining(later));
    }

    [Fact]
    public async Task Retry_After_can_be_left_out()
    {
        await using var sim = await Sim.StartAsync(_clock, 0, ("rateLimit", "1"), ("retryAfter", "no"));
        _ = await sim.StatusAsync("/virtualcards");

        using var refused = await sim.SendAsync(HttpMethod.Get, "/virtualcards");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Null(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task Companies_are_counted_apart_and_both_doors_together()
    {
        await using var sim = await Sim.StartAsync(_clock, 0, ("rateLimit", "1"));
        var (token, _) = await sim.SignInAsync();

        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards"));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards", "other"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await sim.WithTokenAsync(token));
    }

    [Fact]
    public async Task Without_a_limit_there_is_no_header()
    {
        await using var sim = await Sim.StartAsync(_clock);

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards?count=1");

        Assert.False(response.Headers.Contains("x-rate-limit-remaining"));
    }

    private static string Remaining(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("x-rate-limit-remaining"));
}
