using CsCheck;
using Extend.Throttle;

namespace Extend.Tests.Throttle;

public sealed class PlacesTests
{
    [Fact]
    public void Never_are_more_calls_under_way_than_there_are_places_and_no_place_is_free_while_one_waits() =>
        Gen.Select(Gen.Int[1, 8], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1000]).Array[1, 150]).Sample((places, steps) =>
        {
            using var world = new ThrottleWorld(places);
            var reads = new List<WaitingRead>();
            foreach (var (step, which) in steps)
            {
                var underWay = reads.Where(read => read.Task.IsCompletedSuccessfully).ToList();
                var waiting = reads.Where(read => !read.Task.IsCompleted).ToList();
                switch (step)
                {
                    case 1 when underWay.Count > 0:
                        reads.Remove(underWay[which % underWay.Count]);
                        world.Leave(underWay[which % underWay.Count]);
                        break;
                    case 2 when waiting.Count > 0:
                        reads.Remove(waiting[which % waiting.Count]);
                        world.Turnstile.GiveUp(waiting[which % waiting.Count], new CancellationToken(canceled: true));
                        break;
                    default:
                        reads.Add(world.Enter($"{which % 3}"));
                        break;
                }

                Assert.Equal(Math.Min(places, reads.Count), reads.Count(read => read.Task.IsCompletedSuccessfully));
            }
        });

    [Fact]
    public void A_thousand_reads_of_one_caller_delay_anothers_one_by_one_place_becoming_free()
    {
        using var world = new ThrottleWorld();
        var thousand = world.Enter(1000, "many");
        var one = world.Enter("one");
        Assert.False(one.Task.IsCompleted);

        world.Leave(thousand[0]);

        Assert.True(one.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_caller_who_asks_one_by_one_does_not_starve_the_thousand_either()
    {
        using var world = new ThrottleWorld(concurrency: 1);
        var thousand = world.Enter(1000, "many");
        world.Leave(thousand[0]);
        for (var i = 2; i < 20; i++)
        {
            var one = world.Enter("one");
            world.Leave(thousand[i - 1]);
            world.Leave(one);
            Assert.True(thousand[i].Task.IsCompletedSuccessfully);
        }
    }

    [Fact]
    public async Task Giving_up_a_waiting_read_ends_it_at_once_and_its_turn_is_the_next_ones()
    {
        using var world = new ThrottleWorld(concurrency: 1);
        var reads = world.Enter(3);

        world.Turnstile.GiveUp(reads[1], new CancellationToken(canceled: true));
        world.Leave(reads[0]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reads[1].Task);
        Assert.True(reads[2].Task.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_read_whose_turn_would_come_too_late_is_refused_at_once_with_the_real_wait()
    {
        using var world = new ThrottleWorld(concurrency: 2);
        world.Call(ThrottleWorld.Well, seconds: 1);
        world.Enter(10);

        // Eight wait; the ninth's turn is the ninth to come, at two a second, and its own call takes one more.
        var refusal = world.Refused(seconds: 5.4);

        Assert.Equal(ExtendFault.Busy, refusal.Fault);
        Assert.Equal(4.5, refusal.RetryAfter!.Value.TotalSeconds, 0.001);
        Assert.False(world.Enter(seconds: 5.6).Task.IsCompleted);
    }

    [Fact]
    public async Task A_read_that_waited_to_its_deadline_is_told_that_this_service_is_busy_not_that_extend_is_slow()
    {
        using var world = new ThrottleWorld(concurrency: 1);
        world.Enter();
        var waiting = world.Enter(seconds: 5);
        world.Advance(5);

        world.Turnstile.GiveUp(waiting, new CancellationToken(canceled: true));

        Assert.Equal(ExtendFault.Busy, (await Assert.ThrowsAsync<ExtendException>(() => waiting.Task)).Fault);
    }

    [Fact]
    public async Task More_than_ten_thousand_do_not_wait()
    {
        using var world = new ThrottleWorld(concurrency: 1);
        world.Enter();
        var waiting = world.Enter(10_000, "many");
        Assert.DoesNotContain(waiting, read => read.Task.IsCompleted);

        var one = world.Enter("one");

        Assert.False(one.Task.IsCompleted);
        Assert.Equal(ExtendFault.Busy, (await Assert.ThrowsAsync<ExtendException>(() => waiting[^1].Task)).Fault);
    }
}
