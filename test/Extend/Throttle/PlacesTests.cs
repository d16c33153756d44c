using CsCheck;

namespace Extend.Tests.Throttle;

public sealed class PlacesTests
{
    [Fact]
    public void One_share_that_asks_a_thousand_times_delays_another_by_one_place_only()
    {
        using var world = new ThrottleWorld(places: 4);
        for (var i = 0; i < 1000; i++)
        {
            _ = world.Ask("greedy", within: 3600);
        }

        _ = world.Ask("modest", within: 3600);
        world.Answer(0, ThrottleWorld.Ok());
        world.Answer(1, ThrottleWorld.Ok());

        Assert.Equal(6, world.Calls.Count);
        Assert.Contains("modest", world.Calls.Skip(4).Select(call => call.Share));
    }

    [Fact]
    public void Never_are_more_calls_under_way_than_places_and_every_read_has_its_turn() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 3].Array[1, 60]).Sample((places, shares) =>
        {
            using var world = new ThrottleWorld(places);
            var reads = shares.Select(share => world.Ask($"{share}", within: 3600)).ToList();
            for (var ended = 0; ended < shares.Length; ended++)
            {
                Assert.Equal(Math.Min(shares.Length, ended + places), world.Calls.Count);
                world.Answer(ended, ThrottleWorld.Ok());
            }

            Assert.All(reads, read => Assert.True(read.IsCompletedSuccessfully));
        });

    [Fact]
    public void Within_a_share_the_first_to_ask_is_the_first_served()
    {
        using var world = new ThrottleWorld(places: 1);
        var reads = Enumerable.Range(0, 10).Select(_ => world.Ask(within: 3600)).ToList();
        for (var i = 0; i < reads.Count; i++)
        {
            world.Answer(i, ThrottleWorld.Ok());
            Assert.Equal(i + 1, reads.Count(read => read.IsCompleted));
        }
    }

    [Fact]
    public async Task A_caller_that_leaves_the_queue_takes_no_turn()
    {
        using var world = new ThrottleWorld(places: 1);
        using var leaving = new CancellationTokenSource();
        var first = world.Ask();
        var second = world.Ask(cancellationToken: leaving.Token);
        var third = world.Ask();

        world.Do(leaving.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        world.Answer(0, ThrottleWorld.Ok());
        world.Answer(1, ThrottleWorld.Ok());

        await first;
        await third;
        Assert.Equal(2, world.Calls.Count);
    }

    [Fact]
    public async Task A_read_that_could_not_be_served_before_its_deadline_is_refused_at_once_with_the_real_wait()
    {
        using var world = new ThrottleWorld(places: 1);
        var learned = world.Ask();
        world.Advance(4);
        world.Answer(0, ThrottleWorld.Ok());
        await learned;
        var waiting = Enumerable.Range(0, 5).Select(_ => world.Ask()).ToList();

        var refused = await Assert.ThrowsAsync<ExtendException>(() => world.Ask(within: 10));

        Assert.Equal(ExtendFault.Busy, refused.Fault);
        Assert.Equal(20, refused.RetryAfter!.Value.TotalSeconds, tolerance: 1);
        Assert.All(waiting, read => Assert.False(read.IsCompleted));
    }

    [Fact]
    public void A_minutes_calls_are_no_more_than_configured()
    {
        using var world = new ThrottleWorld(requestsPerMinute: 30);
        var reads = Enumerable.Range(0, 40).Select(_ => world.Ask(within: 300)).ToList();
        for (var i = 0; i < 30; i++)
        {
            world.Answer(i, ThrottleWorld.Ok());
        }

        Assert.Equal(30, world.Calls.Count);
        world.Advance(59);
        Assert.Equal(30, world.Calls.Count);
        world.Advance(1);
        Assert.Equal(38, world.Calls.Count);

        var refused = Enumerable.Range(0, 40).Select(_ => world.Ask(within: 25)).Where(read => read.IsFaulted).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, read => Assert.Equal(ExtendFault.Busy, Assert.IsType<ExtendException>(read.Exception!.InnerException).Fault));
        Assert.True(reads[29].IsCompletedSuccessfully);
    }
}
