using CsCheck;
using Extend.Throttle;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Throttle;

public sealed class RateTests
{
    [Fact]
    public void No_minute_has_more_calls_than_allowed_and_none_waits_longer_than_it_must() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 20_000].Array[1, 100]).Sample((calls, gaps) =>
        {
            var clock = new FakeTimeProvider();
            var rate = new MinuteRate(calls, clock);
            var began = new List<TimeSpan>();
            foreach (var gap in gaps)
            {
                clock.Advance(TimeSpan.FromMilliseconds(gap));
                if (rate.Before(1) is { Ticks: > 0 } wait)
                {
                    Assert.Equal(began[^calls] + TimeSpan.FromMinutes(1), clock.Elapsed + wait);
                    clock.Advance(wait);
                }

                began.Add(clock.Elapsed);
                rate.Begin();
            }

            Assert.All(began, from => Assert.InRange(began.Count(at => at >= from && at < from + TimeSpan.FromMinutes(1)), 1, calls));
        });

    [Fact]
    public void The_wait_of_the_nth_is_what_it_turns_out_to_be() => Gen.Select(Gen.Int[1, 9], Gen.Int[0, 40], Gen.Int[1, 30]).Sample((calls, before, nth) =>
    {
        var clock = new FakeTimeProvider();
        var rate = new MinuteRate(calls, clock);
        for (var i = 0; i < before; i++)
        {
            Pass();
            clock.Advance(TimeSpan.FromSeconds(3));
        }

        var told = clock.Elapsed + TimeSpan.FromTicks(Math.Max(0, rate.Before(nth).Ticks));
        for (var i = 1; i < nth; i++)
        {
            Pass();
        }

        var real = clock.Elapsed + TimeSpan.FromTicks(Math.Max(0, rate.Before(1).Ticks));
        Assert.Equal(real, told);

        void Pass()
        {
            clock.Advance(TimeSpan.FromTicks(Math.Max(0, rate.Before(1).Ticks)));
            rate.Begin();
        }
    });

    [Fact]
    public void A_waiting_read_passes_the_moment_the_rate_allows_and_one_without_the_time_is_refused_with_the_real_wait()
    {
        using var world = new ThrottleWorld(requestsPerMinute: 2);
        world.Call(ThrottleWorld.Well);
        world.Advance(20);
        world.Call(ThrottleWorld.Well);
        world.Advance(20);

        var waiting = world.Enter(seconds: 25);
        var refusal = world.Refused(seconds: 25);

        Assert.Equal((ExtendFault.Busy, 40), (refusal.Fault, refusal.RetryAfter!.Value.TotalSeconds));
        world.Advance(19.999);
        Assert.False(waiting.Task.IsCompleted);
        world.Advance(0.001);
        Assert.True(waiting.Task.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(null, "https://apiv2.paywithextend.com/", 450)]
    [InlineData(null, "http://127.0.0.1:5081/", 0)]
    [InlineData(0, "https://apiv2.paywithextend.com/", 0)]
    [InlineData(60, "http://127.0.0.1:5081/", 60)]
    public void The_rate_is_under_what_extend_is_thought_to_take_and_free_on_this_machine(int? set, string address, int rate) =>
        Assert.Equal(rate, new ExtendOptions { RequestsPerMinute = set }.RequestsPerMinuteAt(new Uri(address)));
}
