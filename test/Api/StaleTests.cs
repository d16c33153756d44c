using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

/// <summary>What callers get from memory while Extend fails.</summary>
public sealed class StaleTests
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";

    [Theory]
    [InlineData("/cards")]
    [InlineData("/cards/active")]
    [InlineData(Card)]
    [InlineData(Card + "/transactions")]
    [InlineData("/transactions")]
    public async Task While_extend_fails_those_who_accept_a_stale_answer_get_it_and_the_others_a_problem(string path)
    {
        await using var vts = await FreshnessTests.KeepingAsync();
        var before = await vts.ReadAsync(path);
        await vts.Simulator.FaultAsync("serverError", "/");

        using var stale = await vts.SendAsync(path, headers: ("Cache-Control", "no-cache, stale-if-error=3600"));
        using var problem = await vts.SendAsync(path, headers: ("Cache-Control", "no-cache"));
        using var fresh = await vts.SendAsync(path);

        Assert.Equal(200, (int)stale.StatusCode);
        Assert.Equal(before, await stale.Content.ReadAsStringAsync());
        Assert.StartsWith("vts; hit; detail=stale", FreshnessTests.Header(stale, "Cache-Status"));
        Assert.NotNull(stale.Headers.Age);
        await ProblemAssert.IsAsync(502, "extend_failed", problem);
        Assert.StartsWith("vts; hit; ttl=", FreshnessTests.Header(fresh, "Cache-Status"));
    }

    [Fact]
    public async Task Under_load_while_extend_fails_every_answer_is_what_its_caller_asked_for()
    {
        await using var vts = await FreshnessTests.KeepingAsync();
        var before = await vts.ReadAsync("/transactions");
        await vts.Simulator.FaultAsync("serverError", "/");
        await vts.Simulator.ForgetRequestsAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i => (
            Accepts: i % 2 == 0,
            Response: await vts.SendAsync("/transactions", headers: ("Cache-Control", i % 2 == 0 ? "no-cache, stale-if-error=60" : "no-cache")))));

        Assert.All(responses, answer => Assert.Equal(answer.Accepts ? 200 : 502, (int)answer.Response.StatusCode));
        await Assert.AllAsync(
            responses.Where(answer => answer.Accepts), async answer => Assert.Equal(before, await answer.Response.Content.ReadAsStringAsync()));
        Assert.All(await vts.Simulator.RequestsAsync(), request => Assert.Equal("GET /virtualcards", request));
    }

    [Fact]
    public async Task Where_nothing_is_kept_there_is_nothing_stale_to_give()
    {
        await using var vts = await FreshnessTests.KeepingAsync();
        await vts.Simulator.FaultAsync("serverError", "/");

        using var response = await vts.SendAsync(Card, headers: ("Cache-Control", "stale-if-error=3600"));

        await ProblemAssert.IsAsync(502, "extend_failed", response);
    }

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task A_failure_is_shared_by_those_who_wait_and_met_by_nobody_after_it()
    {
        await using var vts = await FreshnessTests.KeepingAsync();
        await vts.Simulator.FaultAsync("latency", "/", times: null, ("milliseconds", 200));
        await vts.Simulator.FaultAsync("serverError", "/", times: 1);

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => vts.SendAsync(Card)));
        var calls = (await vts.Simulator.RequestsAsync()).Length;

        Assert.All(responses, response => Assert.Equal(502, (int)response.StatusCode));
        Assert.Equal(1, calls);
        await vts.ReadAsync(Card);
    }

    [Fact]
    public async Task A_card_that_extend_has_no_more_is_a_404_whoever_would_take_a_stale_one()
    {
        await using var vts = await FreshnessTests.KeepingAsync();
        await vts.Simulator.AddCardAsync("demo", new JsonObject { ["id"] = "vc_1111111111111111111111" });
        await vts.ReadAsync("/cards/vc_1111111111111111111111");
        await vts.Simulator.RemoveCardAsync("vc_1111111111111111111111");

        using var response = await vts.SendAsync("/cards/vc_1111111111111111111111", headers: ("Cache-Control", "no-cache, stale-if-error=3600"));

        await ProblemAssert.IsAsync(404, "card_not_found", response);
    }

    [Fact]
    public async Task A_caller_that_leaves_does_not_end_the_read_that_others_wait_for()
    {
        await using var vts = await FreshnessTests.KeepingAsync();
        await vts.Simulator.SwitchAsync("latency", 200);
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, Card);
        request.Headers.Add("token", VtsApp.Token);
        var first = vts.Http.SendAsync(request, leaving.Token);
        var second = vts.SendAsync(Card);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        using var response = await second;

        Assert.Equal(200, (int)response.StatusCode);
        Assert.InRange((await vts.Simulator.RequestsAsync()).Length, 1, 1);
    }
}
