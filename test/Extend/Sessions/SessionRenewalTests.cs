using System.Net;

namespace Extend.Tests.Sessions;

public sealed class SessionRenewalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_new_session_is_kept_for_the_fleet_and_the_right_to_renew_given_back()
    {
        using var world = new SessionWorld();
        var token = await world.Renewal().ObtainAsync(_ => true, default);

        var kept = await world.Store.ReadAsync("a", default);
        Assert.Equal(("t1", "r1"), (kept.AccessToken!.Value, kept.RefreshToken));
        Assert.Equal((world.Now, world.Now.AddSeconds(590)), (token.IssuedAt, token.UsableUntil));
        Assert.Equal(world.Now.AddHours(24), world.Store.KeptUntil);
        Assert.Equal(world.Now.AddSeconds(10), world.Store.LeasedUntil);
        Assert.True(await world.Store.TryLeaseAsync("a", "other", world.Now, world.Now.AddSeconds(10), default));
    }

    [Fact]
    public async Task What_the_fleet_keeps_and_is_good_costs_nothing()
    {
        using var world = new SessionWorld();
        await world.KeepAsync("kept", world.Now);

        Assert.Equal("kept", (await world.Renewal().ObtainAsync(_ => true, default)).Value);
        Assert.Equal((0, 0), (world.Calls.Count, world.Store.Leases));
    }

    [Fact]
    public async Task Two_processes_never_renew_at_once_and_the_second_takes_what_the_first_got()
    {
        using var world = new SessionWorld { Gate = new TaskCompletionSource(), Answers = _ => SessionWorld.Json("""{"token":"t"}""") };
        var first = world.Renewal().ObtainAsync(_ => true, default);
        await world.Called;

        var second = world.Renewal().ObtainAsync(_ => true, default);
        Assert.Equal(2, world.Store.Leases);
        Assert.False(second.IsCompleted);
        world.Gate.SetResult();
        Assert.Equal("t", (await first).Value);
        await world.AdvanceUntilAsync(() => second.IsCompleted);

        Assert.Equal("t", (await second).Value);
        Assert.Equal(["/signin"], world.Paths);
    }

    [Fact]
    public async Task Who_waits_for_another_looks_again_twenty_times_a_second_and_not_without_pause()
    {
        using var world = new SessionWorld();
        Assert.True(await world.Store.TryLeaseAsync("a", "dead", world.Now, world.Now.AddSeconds(10), default));
        var waiting = world.Renewal().ObtainAsync(_ => true, default);
        await world.AdvanceUntilAsync(() => waiting.IsCompleted);

        Assert.Equal("t1", (await waiting).Value);
        Assert.InRange(world.Store.Leases, 2, 202);
    }

    [Fact]
    public async Task A_sign_in_that_takes_too_long_ends_before_another_may_try()
    {
        using var world = new SessionWorld { Gate = new TaskCompletionSource() };
        var renewal = world.Renewal().ObtainAsync(_ => true, default);
        await world.Called;

        world.Clock.Advance(TimeSpan.FromSeconds(9) - TimeSpan.FromTicks(1));
        Assert.False(renewal.IsCompleted);
        world.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(ExtendFault.TimedOut, (await Assert.ThrowsAsync<ExtendException>(() => renewal.WaitAsync(Patience))).Fault);
    }

    [Fact]
    public async Task A_refresh_token_that_is_refused_costs_one_sign_in_and_both_are_counted()
    {
        using var world = new SessionWorld();
        using var renewals = world.Collect<long>("extend.client.renewals");
        using var signIns = world.Collect<long>("extend.client.sign_ins");
        var renewal = world.Renewal();
        await renewal.ObtainAsync(_ => true, default);
        await renewal.ObtainAsync(token => token.Value is not "t1", default);
        world.Answers = path => path is "/renewauth" ? SessionWorld.Json("", HttpStatusCode.Unauthorized) : world.NextToken();
        await renewal.ObtainAsync(token => token.Value is not "t2", default);

        Assert.Equal(["/signin", "/renewauth", "/renewauth", "/signin"], world.Paths);
        Assert.Equal([null, "CredentialRefused"], renewals.GetMeasurementSnapshot().Select(one => one.Tags.GetValueOrDefault("error.type")));
        Assert.Equal([null, null], signIns.GetMeasurementSnapshot().Select(one => one.Tags.GetValueOrDefault("error.type")));
        Assert.All(signIns.GetMeasurementSnapshot(), one => Assert.Equal((1L, "a"), (one.Value, one.Tags["extend.account"])));
    }

    [Theory]
    [InlineData(500, ExtendFault.ServerError, null)]
    [InlineData(401, ExtendFault.SignInRefused, ExtendFault.SignInRefused)]
    public async Task A_failed_sign_in_is_counted_and_closes_the_guard_where_another_could_do_harm(int status, ExtendFault fault, ExtendFault? closed)
    {
        using var world = new SessionWorld();
        using var signIns = world.Collect<long>("extend.client.sign_ins");
        world.Answers = _ => SessionWorld.Json("", (HttpStatusCode)status);

        var failure = await Assert.ThrowsAsync<ExtendException>(() => world.Renewal().ObtainAsync(_ => true, default));

        Assert.Equal(fault, failure.Fault);
        Assert.Equal(closed, (await world.Guard.ReadAsync("a", default)).ClosedBy);
        Assert.Equal(fault.ToString(), Assert.Single(signIns.GetMeasurementSnapshot()).Tags["error.type"]);
        Assert.True(await world.Store.TryLeaseAsync("a", "other", world.Now, world.Now.AddSeconds(10), default));
    }
}
