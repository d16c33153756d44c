using Extend.Throttle;

namespace Extend.Tests.Throttle;

public sealed class GateTests
{
    [Fact]
    public async Task A_429_holds_the_next_reads_until_extend_said_and_lets_them_pass_then()
    {
        using var world = new ThrottleWorld();
        var first = world.Ask();
        world.Answer(0, ThrottleWorld.Failed(429, TimeSpan.FromSeconds(7)));
        await first;

        var second = world.Ask();
        world.Advance(6.9);
        Assert.Single(world.Calls);
        world.Advance(0.2);
        Assert.Equal(2, world.Calls.Count);
        world.Answer(1, ThrottleWorld.Ok());
        await second;
    }

    [Fact]
    public async Task A_429_longer_than_the_deadline_refuses_at_once_with_what_extend_said()
    {
        using var world = new ThrottleWorld();
        var first = world.Ask();
        world.Answer(0, ThrottleWorld.Failed(429, TimeSpan.FromSeconds(60)));
        await first;
        world.Advance(10);

        var refused = await Assert.ThrowsAsync<ExtendException>(() => world.Ask(within: 25));

        Assert.Equal(ExtendFault.Throttled, refused.Fault);
        Assert.Equal(50, refused.RetryAfter!.Value.TotalSeconds, tolerance: 0.1);
        Assert.Single(world.Calls);
    }

    [Fact]
    public async Task A_429_that_says_nothing_is_waited_out_longer_each_time()
    {
        using var world = new ThrottleWorld();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            var asked = world.Clock.Elapsed;
            var read = world.Ask(within: 600);
            while (world.Calls.Count == i)
            {
                world.Advance(0.1);
            }

            waits.Add(world.Clock.Elapsed - asked);
            world.Answer(i, ThrottleWorld.Failed(429));
            await read;
        }

        Assert.Equal(TimeSpan.Zero, waits[0]);
        Assert.InRange(waits[1].TotalSeconds, 0.4, 2.1);
        Assert.True(waits[4] > waits[1], $"{waits[1]} then {waits[4]}");
        Assert.All(waits, wait => Assert.True(wait <= TimeSpan.FromSeconds(46)));
    }

    [Fact]
    public async Task What_little_extend_says_is_left_is_spread_over_its_window()
    {
        using var world = new ThrottleWorld();
        var first = world.Ask();
        world.Answer(0, ThrottleWorld.Ok(remaining: 3));
        await first;

        var reads = Enumerable.Range(0, 3).Select(_ => world.Ask(within: 600)).ToList();
        for (var tenth = 0; tenth < 600; tenth++)
        {
            world.Advance(0.1);
            world.Answer(world.Calls.Count - 1, ThrottleWorld.Ok(remaining: 3 - (world.Calls.Count - 1)));
        }

        var gaps = world.Calls.Zip(world.Calls.Skip(1), (one, next) => (next.At - one.At).TotalSeconds);
        Assert.Equal(4, world.Calls.Count);
        Assert.All(gaps, gap => Assert.InRange(gap, 5, 30));
        Assert.All(reads, read => Assert.True(read.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task In_an_outage_a_tenth_of_the_load_at_most_reaches_extend_and_the_way_back_is_a_ramp()
    {
        using var world = new ThrottleWorld();
        var isIll = false;
        var answered = 0;
        var refusals = new List<ExtendException>();

        // A read every 20 ms, each call answered at once: 50 a second are normal.
        async Task LiveAsync(int seconds)
        {
            for (var tick = 0; tick < seconds * 50; tick++)
            {
                _ = Note(world.Ask());
                AnswerAll();
                world.Advance(0.02);
                AnswerAll();
            }

            await Task.Yield();
        }

        void AnswerAll()
        {
            for (; answered < world.Calls.Count; answered++)
            {
                world.Answer(answered, isIll ? ThrottleWorld.Failed(500) : ThrottleWorld.Ok());
            }
        }

        async Task Note(Task<Connections.Answer> read)
        {
            try
            {
                await read;
            }
            catch (ExtendException refusal)
            {
                refusals.Add(refusal);
            }
        }

        await LiveAsync(20);
        Assert.Equal(1000, world.Calls.Count);
        isIll = true;
        await LiveAsync(30);
        var during = world.Calls.Count - 1000;
        isIll = false;
        var healed = world.Clock.Elapsed;
        await LiveAsync(60);

        Assert.InRange(during, 10, 150);
        Assert.All(refusals, refusal => Assert.Contains(refusal.Fault, new[] { ExtendFault.ServerError, ExtendFault.Busy }));
        Assert.All(refusals, refusal => Assert.True(refusal.RetryAfter > TimeSpan.Zero));
        var after = world.Calls.Where(call => call.At >= healed).GroupBy(call => (int)(call.At - healed).TotalSeconds).ToDictionary(second => second.Key, second => second.Count());
        Assert.InRange(after.Values.Max(), 40, 60);
        Assert.True(after.GetValueOrDefault(4) < 40, "the way back is a ramp");
        Assert.InRange(after[58], 45, 55);
    }
}
