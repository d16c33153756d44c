using System.Text.Json.Nodes;

namespace Vts.Api.Tests;

public sealed class SessionsTests
{
    [Fact]
    public async Task Three_hundred_requests_at_once_for_a_new_account_sign_in_once()
    {
        await using var vts = await VtsApp.StartAsync(older: true);

        var responses = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => vts.SendAsync("/cards/vc_A681POqRINI7goyrCNPff7")));

        Assert.All(responses, response => Assert.Equal(200, (int)response.StatusCode));
        Assert.Equal(1, await vts.Simulator.CountAsync("POST /signin"));
        Assert.Equal(0, await vts.Simulator.CountAsync("POST /renewauth"));
    }

    [Fact]
    public async Task No_sign_in_happens_before_it_is_needed()
    {
        await using var vts = await VtsApp.StartAsync(older: true);
        using var live = await vts.SendAsync("/health/live");
        using var refused = await vts.SendAsync("/cards", token: "wrong");

        Assert.Empty(await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_read_repeated_once()
    {
        await using var vts = await VtsApp.StartAsync(older: true);
        await vts.ReadAsync("/cards/vc_A681POqRINI7goyrCNPff7");
        await vts.Simulator.ForgetRequestsAsync();
        await vts.Simulator.FaultAsync("unauthorized", "/virtualcards", times: 1);

        await vts.ReadAsync("/cards/vc_A681POqRINI7goyrCNPff7");

        string[] expected = ["GET /virtualcards/vc_A681POqRINI7goyrCNPff7", "POST /renewauth", "GET /virtualcards/vc_A681POqRINI7goyrCNPff7"];
        Assert.Equal(expected, await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task A_token_that_is_always_refused_never_makes_a_loop()
    {
        await using var vts = await VtsApp.StartAsync(older: true);
        await vts.Simulator.FaultAsync("unauthorized", "/virtualcards");

        using var response = await vts.ExpectProblemAsync(503, "extend_credential_refused", "/cards/vc_A681POqRINI7goyrCNPff7");

        string[] expected =
            ["POST /signin", "GET /virtualcards/vc_A681POqRINI7goyrCNPff7", "POST /renewauth", "GET /virtualcards/vc_A681POqRINI7goyrCNPff7"];
        Assert.Equal(expected, await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task A_session_that_cannot_be_renewed_is_replaced_by_a_new_sign_in()
    {
        await using var vts = await VtsApp.StartAsync(older: true);
        await vts.Simulator.SwitchAsync("refreshRotation", "refused");
        await vts.ReadAsync("/cards/vc_A681POqRINI7goyrCNPff7");
        await vts.Simulator.FaultAsync("unauthorized", "/virtualcards", times: 1);

        await vts.ReadAsync("/cards/vc_A681POqRINI7goyrCNPff7");

        Assert.Equal(2, await vts.Simulator.CountAsync("POST /signin"));
    }

    [Theory]
    [InlineData(401, "extend_sign_in_refused")]
    [InlineData(400, "extend_sign_in_refused")]
    [InlineData(403, "extend_sign_in_forbidden")]
    [InlineData(422, "extend_sign_in_refused")]
    public async Task A_refused_sign_in_is_tried_once_however_many_ask(int status, string code)
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:Accounts:main:Password", "wrong"));
        await vts.Simulator.SwitchAsync("badCredentials", status);

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => vts.SendAsync("/cards")));
        using var later = await vts.ExpectProblemAsync(503, code, "/transactions");

        foreach (var response in responses)
        {
            await ProblemAssert.IsAsync(503, code, response);
        }

        Assert.Equal(["POST /signin"], await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task A_challenge_at_sign_in_closes_sign_in_and_says_to_use_an_api_key()
    {
        await using var vts = await VtsApp.StartAsync(older: true);
        await vts.Simulator.FaultAsync("challenge", "/signin");

        using var first = await vts.ExpectProblemAsync(503, "extend_sign_in_challenged", "/cards");
        using var second = await vts.ExpectProblemAsync(503, "extend_sign_in_challenged", "/cards");

        Assert.Equal(1, await vts.Simulator.CountAsync("POST /signin"));
        Assert.Contains("API key", (string?)JsonNode.Parse(await second.Content.ReadAsStringAsync())!["detail"]);
    }

    [Fact]
    public async Task A_sign_in_that_met_a_fault_of_extend_is_open_again_afterwards()
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:Retries", "0"));
        await vts.Simulator.FaultAsync("serverError", "/signin", times: 1);

        using var first = await vts.ExpectProblemAsync(502, "extend_failed", "/cards/vc_A681POqRINI7goyrCNPff7");

        await vts.ReadAsync("/cards/vc_A681POqRINI7goyrCNPff7");
    }

    [Fact]
    public async Task A_caller_that_leaves_does_not_end_the_sign_in_that_others_wait_for()
    {
        await using var vts = await VtsApp.StartAsync(older: true);
        await vts.Simulator.SwitchAsync("latency", 200);
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cards/vc_A681POqRINI7goyrCNPff7");
        request.Headers.Add("token", VtsApp.Token);
        var first = vts.Http.SendAsync(request, leaving.Token);
        var second = vts.SendAsync("/cards/vc_A681POqRINI7goyrCNPff7");
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        using var response = await second;

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(1, await vts.Simulator.CountAsync("POST /signin"));
    }
}
