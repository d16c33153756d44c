namespace Extend.Tests.Sessions;

public sealed class FleetOfTwoTests
{
    [Fact]
    public async Task A_second_process_takes_the_session_that_the_first_signed_in_for()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.RequestsAsync();

        await world.AddProcess()["main"].ProbeAsync(new Asking("test"), default);

        Assert.Equal(["GET /virtualcards"], await world.RequestsAsync());
    }

    [Fact]
    public async Task A_session_in_use_is_renewed_ahead_of_its_end_and_no_request_waits()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.RequestsAsync();

        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.First.Keeper.KeepAsync(default);
        Assert.Empty(await world.RequestsAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.First.Keeper.KeepAsync(default);
        Assert.Equal(["POST /renewauth"], await world.RequestsAsync());

        world.Clock.Advance(TimeSpan.FromMinutes(9));
        await world.Client.ProbeAsync(new Asking("test"), default);
        Assert.Equal(["GET /virtualcards"], await world.RequestsAsync());
    }

    [Fact]
    public async Task Of_two_processes_that_find_it_due_one_renews_and_the_other_takes_that()
    {
        await using var world = await ExtendWorld.StartAsync();
        var second = world.AddProcess();
        await world.Client.ProbeAsync(new Asking("test"), default);
        await second["main"].ProbeAsync(new Asking("test"), default);
        world.Clock.Advance(TimeSpan.FromMinutes(7));
        await world.RequestsAsync();

        await world.First.Keeper.KeepAsync(default);
        await second.Keeper.KeepAsync(default);
        Assert.Equal(["POST /renewauth"], await world.RequestsAsync());

        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await second["main"].ProbeAsync(new Asking("test"), default);
        Assert.Equal(["GET /virtualcards"], await world.RequestsAsync());
    }

    [Fact]
    public async Task A_session_that_nobody_used_lately_is_left_to_end()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.Client.ProbeAsync(new Asking("test"), default);
        world.Clock.Advance(TimeSpan.FromMinutes(31));
        await world.RequestsAsync();

        await world.First.Keeper.KeepAsync(default);

        Assert.Empty(await world.RequestsAsync());
    }

    [Fact]
    public async Task Before_anyone_asked_the_keeper_asks_for_nothing()
    {
        await using var world = await ExtendWorld.StartAsync();

        Assert.Equal(TimeSpan.FromMinutes(1), await world.First.Keeper.KeepAsync(default));
        Assert.Empty(await world.RequestsAsync());
    }

    [Fact]
    public async Task The_running_keeper_wakes_for_a_session_that_began_while_it_had_nothing_to_do()
    {
        await using var world = await ExtendWorld.StartAsync();
        using var stop = new CancellationTokenSource();
        var running = world.First.Keeper.RunAsync(stop.Token);
        await world.Client.ProbeAsync(new Asking("test"), default);

        while (!(await world.RequestsSoFarAsync()).Contains("POST /renewauth"))
        {
            Assert.True(world.Clock.GetUtcNow().TimeOfDay < TimeSpan.FromHours(9) + TimeSpan.FromMinutes(9), "renewed before its end");
            world.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_schedule_renews_what_another_process_used()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.First.Keeper.KeepAsync(default);
        world.Clock.Advance(TimeSpan.FromMinutes(8));
        await world.RequestsAsync();

        await world.AddProcess().Keeper.KeepAsync(default);

        Assert.Equal(["POST /renewauth"], await world.RequestsAsync());
    }

    [Fact]
    public async Task A_lease_whose_owner_died_falls_to_the_next_after_its_end()
    {
        await using var world = await ExtendWorld.StartAsync();
        var now = world.Clock.GetUtcNow();
        Assert.True(await world.Sessions.TryLeaseAsync("main", "dead", now, now.AddSeconds(10), default));

        var asked = world.Client.ProbeAsync(new Asking("test"), default);
        for (var i = 0; i < 9; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.False(asked.IsCompleted);
        }

        // Each step lets the waiting process look once more.
        while ((await world.RequestsSoFarAsync()).Length == 0)
        {
            world.Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        await asked;
        Assert.Equal(["POST /signin", "GET /virtualcards"], await world.RequestsAsync());
    }
}
