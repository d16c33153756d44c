namespace Extend.Tests.Sessions;

/// <summary>What a session does before its end, and with what others have renewed.</summary>
public sealed class SessionAheadTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(200, 60)]
    [InlineData(294, 60)]
    [InlineData(300, 54)]
    [InlineData(353, 1)]
    public async Task It_is_looked_at_again_when_it_is_due_and_every_minute(int age, int wait)
    {
        using var world = new SessionWorld();
        var session = await world.UsedAsync(TimeSpan.FromSeconds(age));

        Assert.Equal(TimeSpan.FromSeconds(wait), await session.KeepAsync(default));
        Assert.Equal(["/signin"], world.Paths);
    }

    [Fact]
    public async Task Processes_look_at_different_times_within_a_third_of_what_is_left()
    {
        using var world = new SessionWorld { Jitter = 0.5 };
        var session = await world.UsedAsync(TimeSpan.FromSeconds(340));

        Assert.Equal(14 + (236 * 0.15), (await session.KeepAsync(default)).TotalSeconds, precision: 6);
    }

    [Fact]
    public async Task It_is_renewed_at_the_moment_it_is_due()
    {
        using var world = new SessionWorld();
        var session = await world.UsedAsync(TimeSpan.FromSeconds(354));

        Assert.Equal(Minute, await session.KeepAsync(default));
        Assert.Equal(["/signin", "/renewauth"], world.Paths);
        Assert.Equal("t2", await SessionWorld.UseAsync(session));
    }

    [Fact]
    public async Task It_is_left_alone_once_nobody_has_used_it_for_half_an_hour()
    {
        using var world = new SessionWorld();
        var session = await world.UsedAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(Minute, await session.KeepAsync(default));
        Assert.Equal(["/signin"], world.Paths);
        Assert.Empty(world.Store.Marks);
    }

    [Fact]
    public async Task It_is_renewed_while_anybody_has_used_it_within_half_an_hour()
    {
        using var world = new SessionWorld();
        var session = await world.UsedAsync(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));

        await session.KeepAsync(default);

        Assert.Equal(["/signin", "/renewauth"], world.Paths);
    }

    [Fact]
    public async Task Where_nothing_is_kept_nothing_is_renewed()
    {
        using var world = new SessionWorld();
        await world.Store.MarkUsedAsync("a", world.Now, default);

        Assert.Equal(Minute, await world.Open().KeepAsync(default));
        Assert.Empty(world.Calls);
    }

    [Fact]
    public async Task Use_is_noted_once_a_minute()
    {
        using var world = new SessionWorld();
        var session = world.Open();
        await session.MarkUseAsync(default);
        Assert.Empty(world.Store.Marks);

        await SessionWorld.UseAsync(session);
        await session.MarkUseAsync(default);
        world.Clock.Advance(Minute);
        await session.MarkUseAsync(default);
        Assert.Equal([world.Now - Minute], world.Store.Marks);
        world.Clock.Advance(TimeSpan.FromTicks(1));
        await session.MarkUseAsync(default);

        Assert.Equal([world.Now - Minute - TimeSpan.FromTicks(1), world.Now], world.Store.Marks);
    }

    [Fact]
    public async Task What_the_fleet_keeps_is_used_without_a_call_and_what_it_noted_is_not_noted_again()
    {
        using var world = new SessionWorld();
        await world.KeepAsync("kept", world.Now);
        await world.Store.MarkUsedAsync("a", world.Now, default);
        var session = world.Open();

        await session.RecallAsync(default);
        var reads = world.Store.Reads;
        Assert.Equal("kept", await SessionWorld.UseAsync(session));
        await session.MarkUseAsync(default);

        Assert.Equal((reads, 0), (world.Store.Reads, world.Calls.Count));
        Assert.Single(world.Store.Marks);
        Assert.Equal(1, world.Changes);
    }

    [Fact]
    public async Task Where_the_fleet_keeps_nothing_there_is_nothing_to_take()
    {
        using var world = new SessionWorld();
        await world.Open().RecallAsync(default);

        Assert.Equal(0, world.Changes);
    }

    [Fact]
    public async Task What_another_process_renewed_is_taken_and_an_older_token_is_not()
    {
        using var world = new SessionWorld();
        var session = await world.UsedAsync(TimeSpan.FromSeconds(10));

        await world.KeepAsync("older", world.Now.AddSeconds(-11));
        await session.KeepAsync(default);
        Assert.Equal("t1", await SessionWorld.UseAsync(session));
        await world.KeepAsync("newer", world.Now);
        await session.KeepAsync(default);
        await session.KeepAsync(default);

        Assert.Equal("newer", await SessionWorld.UseAsync(session));
        Assert.Equal(2, world.Changes);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced_and_one_that_was_replaced_meanwhile_is_not()
    {
        using var world = new SessionWorld();
        var session = world.Open();
        using var first = await SessionWorld.RequestAsync(session);

        Assert.True(await session.RenewAsync(first, default));
        using var second = await SessionWorld.RequestAsync(session);
        Assert.Equal("t2", second.Headers.Authorization!.Parameter);
        Assert.True(await session.RenewAsync(first, default));

        Assert.Equal(["/signin", "/renewauth"], world.Paths);
    }

    [Fact]
    public async Task In_place_of_a_refused_token_goes_another_of_the_fleets_that_is_no_older()
    {
        using var world = new SessionWorld();
        var session = world.Open();
        using var refused = await SessionWorld.RequestAsync(session);

        await world.KeepAsync("same moment", world.Now);
        await session.RenewAsync(refused, default);
        Assert.Equal(["/signin"], world.Paths);
        using var refusedToo = await SessionWorld.RequestAsync(session);
        await world.KeepAsync("older", world.Now.AddTicks(-1));
        await session.RenewAsync(refusedToo, default);

        Assert.Equal(["/signin", "/renewauth"], world.Paths);
    }

    [Fact]
    public async Task However_many_requests_find_it_missing_one_signs_in()
    {
        using var world = new SessionWorld { Gate = new TaskCompletionSource() };
        var session = world.Open();

        var first = SessionWorld.UseAsync(session);
        await world.Called;
        var others = Enumerable.Range(0, 20).Select(_ => SessionWorld.UseAsync(session)).ToArray();
        world.Gate.SetResult();

        Assert.All(await Task.WhenAll([first, .. others]), token => Assert.Equal("t1", token));
        Assert.Equal(["/signin"], world.Paths);
    }

    [Fact]
    public async Task How_long_a_request_waited_for_a_session_is_measured_where_it_waited()
    {
        using var world = new SessionWorld();
        using var waits = world.Collect<double>("extend.client.session.wait.duration");
        var session = world.Open();
        await SessionWorld.UseAsync(session);
        await SessionWorld.UseAsync(session);

        Assert.Equal("a", Assert.Single(waits.GetMeasurementSnapshot()).Tags["extend.account"]);
    }
}
