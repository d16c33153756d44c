using System.Net;
using Extend.Sessions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Extend.Tests.Sessions;

public sealed class SessionKeeperTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(354);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeLogger<SessionKeeper> _log = new();

    [Fact]
    public async Task It_looks_again_when_the_first_of_its_sessions_is_due()
    {
        using var world = new SessionWorld();
        var (keeper, first, second) = (Keeper(world), world.Open("a"), world.Open("b"));
        keeper.Add("a", first);
        keeper.Add("b", second);
        Assert.Equal(Minute, await keeper.KeepAsync(default));
        await SessionWorld.UseAsync(first);
        world.Clock.Advance(TimeSpan.FromSeconds(320));
        await SessionWorld.UseAsync(second);

        Assert.Equal(TimeSpan.FromSeconds(34), await keeper.KeepAsync(default));
        Assert.Equal(Minute, await Keeper(world).KeepAsync(default));
    }

    [Fact]
    public async Task After_a_failure_it_tells_so_and_tries_again_in_five_seconds()
    {
        using var world = new SessionWorld();
        var keeper = Keeper(world, world.Open());
        world.Store.IsAway = true;

        Assert.Equal(TimeSpan.FromSeconds(5), await keeper.KeepAsync(default));
        Assert.Equal(LogLevel.Warning, Assert.Single(_log.Collector.GetSnapshot()).Level);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_told_and_tried_again()
    {
        using var world = new SessionWorld();
        var keeper = Keeper(world, await world.UsedAsync(Due));
        world.Answers = _ => SessionWorld.Json("", HttpStatusCode.ServiceUnavailable);

        Assert.Equal(TimeSpan.FromSeconds(5), await keeper.KeepAsync(default));
        Assert.Contains("account a ", Assert.Single(_log.Collector.GetSnapshot()).Message);
    }

    [Fact]
    public async Task What_an_operator_has_to_open_is_left_alone_for_a_minute_without_a_word()
    {
        using var world = new SessionWorld();
        var keeper = Keeper(world, await world.UsedAsync(Due));
        world.Answers = _ => SessionWorld.Json("", HttpStatusCode.Unauthorized);

        Assert.Equal(Minute, await keeper.KeepAsync(default));
        Assert.Empty(_log.Collector.GetSnapshot());
    }

    [Fact]
    public async Task While_nothing_is_in_use_it_looks_once_a_minute()
    {
        using var world = new SessionWorld();
        using var stop = new CancellationTokenSource();
        var running = Keeper(world, world.Open()).RunAsync(stop.Token);

        await world.AdvanceUntilAsync(() => world.Store.Reads > 1);

        Assert.True(world.Now.TimeOfDay >= TimeSpan.FromHours(9) + Minute, $"looked again at {world.Now:T}");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task It_looks_again_once_a_session_has_a_new_token_but_not_without_pause()
    {
        using var world = new SessionWorld();
        using var stop = new CancellationTokenSource();
        var keeper = Keeper(world, world.Open());
        var running = keeper.RunAsync(stop.Token);
        Assert.True(await world.Store.Looked.WaitAsync(Patience));

        keeper.Wake();
        world.Clock.Advance(TimeSpan.FromMilliseconds(249));
        Assert.Equal(1, world.Store.Reads);
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await world.Store.Looked.WaitAsync(Patience), "looked again");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task All_its_sessions_are_recalled_and_noted_as_in_use()
    {
        using var world = new SessionWorld();
        await world.KeepAsync("kept", world.Now);
        var session = world.Open();
        var keeper = Keeper(world, session);

        await keeper.RecallAsync(default);
        Assert.Equal("kept", await SessionWorld.UseAsync(session));
        await keeper.MarkUseAsync(default);

        Assert.Equal([world.Now], world.Store.Marks);
    }

    private SessionKeeper Keeper(SessionWorld world, Session? session = null)
    {
        var keeper = new SessionKeeper(world.Clock, _log);
        if (session is not null)
        {
            keeper.Add("a", session);
        }

        return keeper;
    }
}
