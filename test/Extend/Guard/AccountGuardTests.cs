using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Extend.Tests.Guard;

public sealed class AccountGuardTests
{
    [Fact]
    public async Task The_hours_sign_ins_are_counted_over_all_processes_and_the_next_is_told_its_real_wait()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.ControlAsync(HttpMethod.Patch, "sim/switches", new JsonObject { ["refreshRotation"] = "refused" });
        var second = world.AddProcess();
        for (var i = 0; i < 6; i++)
        {
            await (i % 2 == 0 ? world.First : second)["main"].ProbeAsync(new Asking("test"), default);
            world.Clock.Advance(TimeSpan.FromMinutes(9.9));
        }

        var spent = await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(new Asking("test"), default));

        Assert.Equal(ExtendFault.SignInsSpent, spent.Fault);
        Assert.Equal(60 - (6 * 9.9), spent.RetryAfter!.Value.TotalMinutes, precision: 3);
        Assert.Equal(6, (await world.RequestsAsync()).Count(request => request == "POST /signin"));

        world.Clock.Advance(spent.RetryAfter.Value);
        await world.Client.ProbeAsync(new Asking("test"), default);
    }

    [Theory]
    [InlineData(401, ExtendFault.SignInRefused)]
    [InlineData(400, ExtendFault.SignInRefused)]
    [InlineData(422, ExtendFault.SignInRefused)]
    [InlineData(403, ExtendFault.SignInForbidden)]
    [InlineData(406, ExtendFault.SignInVersionRefused)]
    [InlineData(423, ExtendFault.AccountLocked)]
    public async Task The_first_sign_of_risk_closes_sign_in_for_every_process_until_it_is_opened(int status, ExtendFault fault)
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.RefuseOnceAsync("/signin", status);
        await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(new Asking("test"), default));
        await world.RequestsAsync();

        var closed = await Assert.ThrowsAsync<ExtendException>(() => world.AddProcess()["main"].ProbeAsync(new Asking("test"), default));
        Assert.Equal(fault, closed.Fault);
        Assert.Empty(await world.RequestsAsync());

        Assert.True(await world.Guard.TryWriteAsync("main", (await world.Guard.ReadAsync("main", default)).Opened(), default));
        await world.Client.ProbeAsync(new Asking("test"), default);
    }

    [Fact]
    public async Task A_challenge_at_renewal_closes_sign_in_before_a_password_is_sent()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.ControlAsync(HttpMethod.Post, "sim/faults", new JsonObject { ["kind"] = "challenge", ["path"] = "/renewauth" });
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await world.RequestsAsync();

        var challenged = await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(new Asking("test"), default));

        Assert.Equal(ExtendFault.SignInChallenged, challenged.Fault);
        Assert.Equal(["POST /renewauth"], await world.RequestsAsync());
        Assert.Equal(ExtendFault.SignInChallenged, (await world.Guard.ReadAsync("main", default)).ClosedBy);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_fault_of_extend_is_no_sign_of_risk(int status)
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.ControlAsync(HttpMethod.Post, "sim/faults", new JsonObject { ["kind"] = "serverError", ["path"] = "/signin", ["status"] = status, ["times"] = 1 });
        await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(new Asking("test"), default));

        await world.Client.ProbeAsync(new Asking("test"), default);
    }

    [Fact]
    public async Task The_guards_state_and_the_sign_ins_are_measured()
    {
        await using var world = await ExtendWorld.StartAsync();
        using var closed = new MetricCollector<int>(world.Meters, ExtendAccounts.MeterName, "extend.client.guard.closed");
        using var signIns = new MetricCollector<long>(world.Meters, ExtendAccounts.MeterName, "extend.client.sign_ins");
        await world.RefuseOnceAsync("/signin");
        await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(new Asking("test"), default));
        closed.RecordObservableInstruments();

        Assert.Equal((1, "main", "SignInRefused"), (closed.LastMeasurement!.Value, closed.LastMeasurement.Tags["extend.account"], closed.LastMeasurement.Tags["error.type"]));
        Assert.Equal("SignInRefused", Assert.Single(signIns.GetMeasurementSnapshot()).Tags["error.type"]);

        Assert.True(await world.Guard.TryWriteAsync("main", (await world.Guard.ReadAsync("main", default)).Opened(), default));
        await world.Client.ProbeAsync(new Asking("test"), default);
        closed.RecordObservableInstruments();

        Assert.Equal(0, closed.LastMeasurement!.Value);
        Assert.Equal(2, signIns.GetMeasurementSnapshot().Count);
    }
}
