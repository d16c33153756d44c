using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

/// <summary>Each row of the table of problems, provoked. What is ours alone, <c>internal_error</c>, is provoked in the pipeline's own tests.</summary>
public sealed class ErrorsTests
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";

    [Theory]
    [InlineData(502, "extend_failed", "serverError", null, 0)]
    [InlineData(502, "extend_failed", "serverError", "status", 504)]
    [InlineData(502, "extend_failed", "htmlPage", "status", 502)]
    [InlineData(503, "extend_unavailable", "serverError", "status", 503)]
    [InlineData(502, "extend_forbade", "refusal", "status", 403)]
    [InlineData(502, "extend_version_refused", "refusal", "status", 406)]
    [InlineData(502, "extend_unexpected_status", "refusal", "status", 418)]
    [InlineData(502, "extend_unexpected_status", "refusal", "status", 400)]
    [InlineData(503, "extend_throttled", "refusal", "status", 429)]
    [InlineData(503, "extend_credential_refused", "unauthorized", null, 0)]
    [InlineData(502, "extend_web_page", "challenge", null, 0)]
    [InlineData(502, "extend_web_page", "htmlPage", "status", 200)]
    [InlineData(502, "extend_redirected", "redirect", null, 0)]
    [InlineData(502, "extend_redirected", "redirect", "status", 307)]
    [InlineData(502, "extend_answer_error", "errorIn200", null, 0)]
    [InlineData(502, "extend_answer_unreadable", "cutBody", null, 0)]
    [InlineData(502, "extend_answer_too_large", "hugeBody", null, 0)]
    [InlineData(503, "extend_unreachable", "dropConnection", null, 0)]
    [InlineData(504, "extend_timeout", "latency", "milliseconds", 60_000)]
    public async Task Each_fault_of_extend_has_its_own_problem_on_every_operation(int status, string code, string kind, string? member, int value)
    {
        await using var vts = await VtsApp.StartAsync(settings: [("Extend:Retries", "0"), ("Extend:CallTimeout", "00:00:00.300")]);
        await vts.Simulator.FaultAsync(kind, "/", times: null, member is null ? [] : [(member, value)]);

        foreach (var path in new[] { "/cards", "/cards/active", "/transactions" })
        {
            using var response = await vts.ExpectProblemAsync(status, code, path);
        }
    }

    [Fact]
    public async Task A_fault_on_one_card_fails_all_transactions_with_its_code_and_never_shortens_the_list()
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:Retries", "0"));
        await vts.Simulator.FaultAsync("serverError", "/virtualcards/vc_A681POqRINI7goyrCNPff7/transactions");

        using var all = await vts.ExpectProblemAsync(502, "extend_failed", "/transactions");
        using var one = await vts.ExpectProblemAsync(502, "extend_failed", Card + "/transactions");

        await vts.ReadAsync(Card);
    }

    [Theory]
    [InlineData("serverError")]
    [InlineData("dropConnection")]
    [InlineData("cutBody")]
    public async Task A_passing_fault_is_tried_again_and_never_seen(string kind)
    {
        await using var vts = await VtsApp.StartAsync();
        await vts.Simulator.FaultAsync(kind, "/virtualcards", times: 2);

        await vts.ReadAsync(Card);
        Assert.Equal(3, await vts.Simulator.CountAsync("GET /virtualcards/vc_A681POqRINI7goyrCNPff7"));
    }

    [Theory]
    [InlineData("refusal")]
    [InlineData("redirect")]
    [InlineData("challenge")]
    public async Task A_refusal_is_not_tried_again(string kind)
    {
        await using var vts = await VtsApp.StartAsync();
        await vts.Simulator.FaultAsync(kind, "/virtualcards");

        using var response = await vts.SendAsync("/cards/active");

        Assert.Equal(502, (int)response.StatusCode);
        Assert.Single(await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task Extends_waiting_time_reaches_the_caller()
    {
        await using var vts = await VtsApp.StartAsync();
        await vts.Simulator.SwitchAsync("rateLimit", 1);
        await vts.ReadAsync(Card);

        using var response = await vts.ExpectProblemAsync(503, "extend_throttled", Card);

        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 6, 60);
    }

    [Fact]
    public async Task Who_would_wait_too_long_for_his_turn_is_told_at_once_how_long()
    {
        await using var vts = await VtsApp.StartAsync(settings: ("Extend:RequestsPerMinute", "1"));
        await vts.ReadAsync(Card);

        using var response = await vts.ExpectProblemAsync(503, "extend_busy", Card);

        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 25, 60);
    }

    [Fact]
    public async Task In_an_outage_callers_are_answered_with_extends_fault_and_extend_is_left_alone()
    {
        await using var vts = await VtsApp.StartAsync(settings: ("Extend:Retries", "0"));
        await vts.Simulator.FaultAsync("serverError", "/");
        for (var i = 0; i < 10; i++)
        {
            using var failed = await vts.ExpectProblemAsync(502, "extend_failed", Card);
        }

        using var refused = await vts.SendAsync(Card);

        Assert.Equal(502, (int)refused.StatusCode);
        Assert.Contains("\"code\":\"extend_failed\"", await refused.Content.ReadAsStringAsync());
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 2);
        Assert.Equal(10, await vts.Simulator.CountAsync("GET /virtualcards/vc_A681POqRINI7goyrCNPff7"));
    }

    [Fact]
    public async Task An_unreachable_extend_is_a_503()
    {
        await using var vts = await VtsApp.StartAsync(settings: [("Extend:BaseUrl", "http://127.0.0.1:9"), ("Extend:Retries", "0")]);

        using var response = await vts.ExpectProblemAsync(503, "extend_unreachable", "/cards");
    }

    [Fact(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Readiness_says_that_extend_is_unreachable()
    {
        await using var vts = await VtsApp.StartAsync(settings: [("Extend:BaseUrl", "http://127.0.0.1:9"), ("Extend:Retries", "0")]);

        using var ready = await vts.SendAsync("/health/ready", token: null);

        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Equal("""{"status":"unready","accounts":{"main":{"status":"extend_unreachable"}}}""", await ready.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Another_cards_transactions_are_never_shown_under_this_one()
    {
        foreach (var older in new[] { false, true })
        {
            await using var vts = await VtsApp.StartAsync(older);
            var first = (await vts.Simulator.TransactionsAsync("vc_A681POqRINI7goyrCNPff7"))[0]!;
            await vts.Simulator.PatchTransactionAsync((string)first["id"]!, new JsonObject { ["virtualCardId"] = "vc_0000000000000000000000" });

            using var response = await vts.SendAsync(Card + "/transactions");

            Assert.DoesNotContain("vc_0000000000000000000000", await response.Content.ReadAsStringAsync());
            await (response.IsSuccessStatusCode ? Task.CompletedTask : ProblemAssert.IsAsync(502, "extend_answer_inconsistent", response));
        }
    }

    [Theory]
    [InlineData("""{"limitCents":"5000"}""")]
    [InlineData("""{"limitCents":50.5}""")]
    [InlineData("""{"limitCents":99999999999999999999}""")]
    [InlineData("""{"displayName":{"a":1}}""")]
    [InlineData("""{"status":7}""")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"createdAt":"yesterday"}""")]
    public async Task A_member_of_the_wrong_kind_is_extends_fault_and_no_guess_is_made(string members)
    {
        await using var vts = await VtsApp.StartAsync(settings: ("Extend:Retries", "0"));
        await vts.Simulator.PatchCardAsync("vc_A681POqRINI7goyrCNPff7", JsonNode.Parse(members)!.AsObject());

        using var list = await vts.ExpectProblemAsync(502, "extend_answer_unreadable", "/cards");
    }

    [Fact]
    public async Task Unknown_statuses_members_and_content_types_of_extend_pass_or_are_ignored()
    {
        await using var vts = await VtsApp.StartAsync();
        var usual = await vts.ReadAsync("/cards");
        await vts.Simulator.FaultAsync("extraMembers", "/");
        await vts.Simulator.FaultAsync("wrongContentType", "/");
        Assert.Equal(usual, await vts.ReadAsync("/cards"));

        await vts.Simulator.FaultAsync("unknownEnum", "/");

        Assert.All(await vts.ListAsync("/cards"), card => Assert.Equal("SOMETHING_NEW", (string?)card!["status"]));
        Assert.Equal("[]", await vts.ReadAsync("/cards/active"));
        Assert.NotEmpty(await vts.ListAsync("/transactions"));
    }

    [Fact]
    public async Task What_extend_does_not_tell_is_null_never_a_made_up_value()
    {
        await using var vts = await VtsApp.StartAsync();
        await vts.Simulator.PatchCardAsync("vc_A681POqRINI7goyrCNPff7", new JsonObject { ["limitCents"] = null, ["displayName"] = null, ["last4"] = null });

        Assert.Equal(
            """{"id":"vc_A681POqRINI7goyrCNPff7","displayName":null,"limitCents":null,"balanceCents":255,"last4":null,"status":"ACTIVE"}""",
            await vts.ReadAsync(Card));
    }
}
