using Extend;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class KeptReadsTests
{
    private static readonly Demand Now = new(TimeSpan.Zero);

    [Fact]
    public async Task An_answer_is_kept_for_its_time_and_no_longer()
    {
        using var world = new KeptWorld();
        Assert.Equal(("1", 0, Origin.Miss), await ReadAsync(world));
        world.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(("1", 4.9, Origin.Hit), await ReadAsync(world));
        world.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(("2", 0, Origin.Outdated), await ReadAsync(world));
    }

    [Fact]
    public async Task A_caller_may_want_it_fresher_but_not_older_than_the_service_says()
    {
        using var world = new KeptWorld();
        await world.ReadAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(("1", 2, Origin.Hit), await ReadAsync(world, new Demand(TimeSpan.FromSeconds(3))));
        Assert.Equal(("2", 0, Origin.Requested), await ReadAsync(world, new Demand(TimeSpan.FromSeconds(2))));
        Assert.Equal(("3", 0, Origin.Requested), await ReadAsync(world, Now));
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(("4", 0, Origin.Outdated), await ReadAsync(world, new Demand(TimeSpan.FromHours(1))));
    }

    [Fact]
    public async Task Age_counts_from_the_question_not_from_the_answer()
    {
        using var world = new KeptWorld { Gate = new TaskCompletionSource(), IsAnsweredByExtend = false };
        var slow = ReadAsync(world);
        world.Clock.Advance(TimeSpan.FromSeconds(3));
        world.Gate.SetResult();

        Assert.Equal(("1", 3, Origin.Miss), await slow);
    }

    [Fact]
    public async Task Age_counts_from_the_call_that_extend_answered_and_not_from_the_wait_for_it()
    {
        using var world = new KeptWorld { Wait = TimeSpan.FromSeconds(8) };

        Assert.Equal(("1", 0, Origin.Miss), await ReadAsync(world));
        Assert.Equal(("1", 0, Origin.Hit), await ReadAsync(world));
    }

    [Fact]
    public async Task Of_what_two_reads_have_kept_the_younger_counts()
    {
        using var world = new KeptWorld();
        world.Elsewhere = new Kept<string>("elsewhere", world.Clock.GetUtcNow().AddSeconds(-1));
        Assert.Equal(("elsewhere", 1, Origin.Hit), await ReadAsync(world));
        Assert.Equal(("1", 0, Origin.Requested), await ReadAsync(world, Now));
        Assert.Equal(("1", 0, Origin.Hit), await ReadAsync(world));

        world.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(("1", 3, Origin.Hit), await ReadAsync(world));
        world.Elsewhere = new Kept<string>("elsewhere", world.Clock.GetUtcNow().AddSeconds(-2));
        Assert.Equal(("elsewhere", 2, Origin.Hit), await ReadAsync(world));
        world.Elsewhere = null;
        Assert.Equal(("1", 3, Origin.Hit), await ReadAsync(world));
    }

    [Fact]
    public async Task What_is_fresh_stays_where_nothing_is_kept_for_longer()
    {
        using var world = new KeptWorld(new FreshnessOptions { KeepStaleFor = TimeSpan.Zero });
        await world.ReadAsync(id: "x");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.ReadAsync(id: "y");

        Assert.Equal("1", (await world.ReadAsync(id: "x"))!.Value);
    }

    [Fact]
    public async Task What_was_asked_for_in_this_very_moment_will_do_after_a_failure()
    {
        using var world = new KeptWorld();
        await world.ReadAsync();
        world.Fault = ExtendFault.Unavailable;

        Assert.Equal(("1", 0, Origin.Stale), await ReadAsync(world, new Demand(TimeSpan.Zero, TimeSpan.Zero)));
    }

    [Fact]
    public async Task After_a_failure_the_younger_of_two_kept_answers_will_do()
    {
        using var world = new KeptWorld();
        await world.ReadAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(9));
        world.Elsewhere = new Kept<string>("elsewhere", world.Clock.GetUtcNow().AddSeconds(-6));
        world.Fault = ExtendFault.Unavailable;

        Assert.Equal(("elsewhere", 6, Origin.Stale), await ReadAsync(world, new Demand(StaleIfError: TimeSpan.FromSeconds(1))));
        await Assert.ThrowsAsync<ExtendException>(() => world.ReadAsync(new Demand(StaleIfError: TimeSpan.Zero)));
    }

    [Fact]
    public async Task Equal_reads_under_way_are_one_also_for_those_who_want_it_now()
    {
        using var world = new KeptWorld { Gate = new TaskCompletionSource() };
        var reads = Enumerable.Range(0, 300).Select(i => world.ReadAsync(i % 3 == 0 ? Now : null)).ToList();
        world.Gate.SetResult();

        Assert.All(await Task.WhenAll(reads), answer => Assert.Equal("1", answer!.Value));
        Assert.Equal(1, world.Asked);
    }

    [Fact]
    public async Task A_failure_is_shared_by_those_who_waited_and_kept_for_nobody()
    {
        using var world = new KeptWorld { Gate = new TaskCompletionSource(), Fault = ExtendFault.ServerError };
        var reads = Enumerable.Range(0, 50).Select(_ => world.ReadAsync()).ToList();
        world.Gate.SetResult();

        foreach (var read in reads)
        {
            await Assert.ThrowsAsync<ExtendException>(() => read);
        }

        Assert.Equal(1, world.Asked);
        world.Fault = null;
        Assert.Equal(("2", 0, Origin.Miss), await ReadAsync(world));
    }

    [Fact]
    public async Task A_caller_that_leaves_does_not_end_the_read_of_the_others()
    {
        using var world = new KeptWorld { Gate = new TaskCompletionSource() };
        using var leaving = new CancellationTokenSource();
        var first = world.ReadAsync(cancellationToken: leaving.Token);
        var second = world.ReadAsync();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        world.Gate.SetResult();
        Assert.Equal("1", (await second)!.Value);
        Assert.Equal(1, world.Asked);
    }

    [Fact]
    public async Task After_a_failure_a_stale_answer_is_given_to_those_who_accept_one_that_old()
    {
        using var world = new KeptWorld();
        await world.ReadAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(35));
        world.Fault = ExtendFault.Unavailable;

        Assert.Equal(("1", 35, Origin.Stale), await ReadAsync(world, new Demand(StaleIfError: TimeSpan.FromSeconds(30))));
        await Assert.ThrowsAsync<ExtendException>(() => world.ReadAsync(new Demand(StaleIfError: TimeSpan.FromSeconds(29))));
        await Assert.ThrowsAsync<ExtendException>(() => world.ReadAsync());
    }

    [Fact]
    public async Task No_stale_answer_is_given_beyond_the_time_that_the_service_keeps_it()
    {
        using var world = new KeptWorld(new FreshnessOptions { KeepStaleFor = TimeSpan.FromSeconds(10) });
        await world.ReadAsync();
        world.Fault = ExtendFault.TimedOut;
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("1", (await world.ReadAsync(new Demand(StaleIfError: TimeSpan.FromDays(1))))!.Value);
        world.Clock.Advance(TimeSpan.FromTicks(1));

        await Assert.ThrowsAsync<ExtendException>(() => world.ReadAsync(new Demand(StaleIfError: TimeSpan.FromDays(1))));
    }

    [Fact]
    public async Task What_extend_does_not_have_any_more_is_not_found_and_forgotten()
    {
        using var world = new KeptWorld();
        await world.ReadAsync();
        world.IsGone = true;

        Assert.Null(await world.ReadAsync(Now));
        Assert.Null(await world.ReadAsync());
        Assert.Equal(3, world.Asked);
    }

    [Fact]
    public async Task A_clock_set_back_makes_what_is_kept_of_unknown_age()
    {
        using var world = new KeptWorld();
        await world.ReadAsync();
        world.Clock.AdjustTime(world.Clock.GetUtcNow().AddHours(-1));

        Assert.Equal("2", (await world.ReadAsync())!.Value);
    }

    [Fact]
    public async Task Accounts_and_ids_share_nothing()
    {
        using var world = new KeptWorld();

        Assert.Equal("1", (await world.ReadAsync(account: "a", id: "x"))!.Value);
        Assert.Equal("2", (await world.ReadAsync(account: "b", id: "x"))!.Value);
        Assert.Equal("3", (await world.ReadAsync(account: "a", id: "y"))!.Value);
        Assert.Equal("1", (await world.ReadAsync(account: "a", id: "x"))!.Value);
    }

    [Fact]
    public async Task Nothing_is_kept_where_the_time_is_0()
    {
        using var world = new KeptWorld(new FreshnessOptions { Cards = TimeSpan.Zero });
        await world.ReadAsync();

        Assert.Equal(("2", 0, Origin.Miss), await ReadAsync(world));
    }

    private static async Task<(string Value, double Age, Origin Origin)> ReadAsync(KeptWorld world, Demand? demand = null)
    {
        var answer = await world.ReadAsync(demand);
        return (answer!.Value, answer.Vintage.Age.TotalSeconds, answer.Vintage.Origin);
    }
}
