using System.Net;
using Extend.Connections;
using Extend.Throttle;

namespace Extend.Tests.Throttle;

public sealed class GateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Fri, 20 Mar 2026 09:00:12 GMT", 12)]
    [InlineData("Fri, 20 Mar 2026 08:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void Retry_after_is_read_in_both_forms(string? header, int? seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", header);

        Assert.Equal(seconds, RetryAfter.Read(response.Headers, Now)?.TotalSeconds);
    }

    [Fact]
    public void After_a_429_reads_wait_as_long_as_extend_asked_or_are_refused_with_what_is_left_of_it()
    {
        using var world = new ThrottleWorld();
        world.Call(Throttled(10));
        world.Advance(2);

        var refusal = world.Refused(seconds: 7.9);
        Assert.Equal((ExtendFault.Throttled, 8), (refusal.Fault, refusal.RetryAfter!.Value.TotalSeconds));

        var waiting = world.Enter(seconds: 8.1);
        world.Advance(7.999);
        Assert.False(waiting.Task.IsCompleted);
        world.Advance(0.001);
        Assert.True(waiting.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Reads_that_wait_when_it_closes_are_refused_if_it_is_for_too_long()
    {
        using var world = new ThrottleWorld(concurrency: 1);
        var first = world.Enter();
        var (patient, hasty) = (world.Enter(seconds: 20), world.Enter(seconds: 5));

        world.Leave(first, Throttled(10));

        Assert.Equal(10, (await Assert.ThrowsAsync<ExtendException>(() => hasty.Task)).RetryAfter!.Value.TotalSeconds);
        Assert.False(patient.Task.IsCompleted);
    }

    [Fact]
    public void Without_retry_after_the_pauses_double_from_one_second_to_thirty()
    {
        using var world = new ThrottleWorld();
        var pauses = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            var probe = world.Enter(seconds: 1000);
            for (; !probe.Task.IsCompleted; world.Advance(0.01))
            {
            }

            world.Leave(probe, Throttled(null));
            pauses.Add(world.Refused(seconds: 0.1).RetryAfter!.Value.TotalSeconds);
        }

        Assert.All([1, 2, 4, 8, 16], (pause, i) => Assert.InRange(pauses[i], pause, pause * 1.25));
        Assert.All(pauses[5..], pause => Assert.Equal(30, pause));
    }

    [Fact]
    public void Many_429s_of_calls_side_by_side_are_one()
    {
        using var world = new ThrottleWorld();
        foreach (var read in world.Enter(8))
        {
            world.Leave(read, Throttled(null));
        }

        Assert.InRange(world.Refused(seconds: 0.1).RetryAfter!.Value.TotalSeconds, 1, 1.25);
    }

    [Fact]
    public void When_the_time_is_over_one_goes_first_and_its_answer_lets_in_the_others()
    {
        using var world = new ThrottleWorld();
        world.Call(Throttled(5));
        var waiting = world.Enter(8);
        world.Advance(5);
        Assert.Equal(1, waiting.Count(read => read.Task.IsCompleted));

        world.Leave(waiting[0]);

        Assert.All(waiting, read => Assert.True(read.Task.IsCompletedSuccessfully));
    }

    [Fact]
    public void An_absurd_retry_after_is_believed_for_ten_minutes()
    {
        using var world = new ThrottleWorld();
        world.Call(Throttled(1e9));

        Assert.Equal(600, world.Refused().RetryAfter!.Value.TotalSeconds);
    }

    [Fact]
    public void A_503_that_says_how_long_closes_it_too()
    {
        using var world = new ThrottleWorld();
        world.Call(new CallOutcome(ExtendFault.Unavailable, TimeSpan.FromSeconds(90)));

        var refusal = world.Refused();
        Assert.Equal((ExtendFault.Unavailable, 90), (refusal.Fault, refusal.RetryAfter!.Value.TotalSeconds));
    }

    private static CallOutcome Throttled(double? seconds) =>
        new(ExtendFault.Throttled, seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
}
