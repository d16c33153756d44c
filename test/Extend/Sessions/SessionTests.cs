using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Extend.Tests.Sessions;

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_is_used_without_a_call_until_it_runs_out_and_then_renewed_not_signed_in_again()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.Client.ProbeAsync(new Asking("test"), default);
        Assert.Equal(["POST /signin", "GET /virtualcards", "GET /virtualcards"], await world.RequestsAsync());

        world.Clock.Advance(TimeSpan.FromMinutes(9));
        await world.Client.ProbeAsync(new Asking("test"), default);
        Assert.Equal(["GET /virtualcards"], await world.RequestsAsync());

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Client.ProbeAsync(new Asking("test"), default);
        Assert.Equal(["POST /renewauth", "GET /virtualcards"], await world.RequestsAsync());
    }

    [Fact]
    public async Task The_rotated_refresh_token_is_the_one_used_next_time()
    {
        await using var world = await ExtendWorld.StartAsync();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await world.Client.ProbeAsync(new Asking("test"), default);
            world.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(1, (await world.RequestsAsync()).Count(request => request == "POST /signin"));
    }

    [Fact]
    public async Task A_token_that_lives_longer_is_still_replaced_after_ten_minutes()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.ControlAsync(HttpMethod.Patch, "sim/switches", new JsonObject { ["tokenLife"] = 3600 });
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.RequestsAsync();

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await world.Client.ProbeAsync(new Asking("test"), default);

        Assert.Equal(["POST /renewauth", "GET /virtualcards"], await world.RequestsAsync());
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    public async Task A_clock_of_extends_that_is_an_hour_off_costs_neither_a_sign_in_nor_a_refusal(int seconds)
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.ControlAsync(HttpMethod.Patch, "sim/switches", new JsonObject { ["clockSkew"] = seconds });
        await world.Client.ProbeAsync(new Asking("test"), default);
        world.Clock.Advance(TimeSpan.FromMinutes(9));
        await world.Client.ProbeAsync(new Asking("test"), default);

        Assert.Equal(["POST /signin", "GET /virtualcards", "GET /virtualcards"], await world.RequestsAsync());
    }

    [Fact]
    public async Task Calls_are_measured_by_operation_and_outcome()
    {
        await using var world = await ExtendWorld.StartAsync();
        using var durations = new Microsoft.Extensions.Diagnostics.Metrics.Testing.MetricCollector<double>(world.Meters, ExtendAccounts.MeterName, "extend.client.call.duration");
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.ControlAsync(HttpMethod.Post, "sim/faults", new JsonObject { ["kind"] = "serverError", ["path"] = "/virtualcards", ["times"] = 1 });
        await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(new Asking("test"), default));
        await world.ControlAsync(HttpMethod.Post, "sim/faults", new JsonObject { ["kind"] = "dropConnection", ["path"] = "/virtualcards" });
        await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(new Asking("test"), default));

        Assert.Equal(
            [("signin", (object?)200, null), ("probe", 200, null), ("probe", 500, "500"), ("probe", null, (object?)"Unreachable")],
            durations.GetMeasurementSnapshot().Select(one => (
                (string)one.Tags["extend.operation"]!, one.Tags.GetValueOrDefault("http.response.status_code"), one.Tags.GetValueOrDefault("error.type"))));
    }

    [Fact]
    public async Task Each_call_is_an_activity_that_tells_its_operation_and_outcome()
    {
        await using var world = await ExtendWorld.StartAsync();
        var ended = new ConcurrentQueue<Activity>();
        using var caller = new Activity("caller").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ExtendAccounts.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.RefuseOnceAsync("/virtualcards", 403);
        await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(new Asking("test"), default));

        // Other tests' calls are heard too; these have this caller.
        Assert.Equal(
            [("extend probe", 200, ActivityStatusCode.Unset), ("extend probe", (object?)403, ActivityStatusCode.Error)],
            ended.Where(call => call.TraceId == caller.TraceId && call.OperationName != "extend signin")
                .Select(call => (call.OperationName, call.GetTagItem("http.response.status_code"), call.Status)));
    }
}
