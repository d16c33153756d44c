using System.Buffers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Vts.Aws.Tests.Lambda;

public sealed class LambdaServerTests : IAsyncLifetime
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";
    private LambdaService _service = null!;

    public async ValueTask InitializeAsync() => _service = await LambdaService.StartAsync(routes =>
    {
        routes.MapGet("/slow", async (HttpContext context) => await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted));
        routes.MapGet("/broken", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("half of an ans");
            throw new InvalidOperationException("canary");
        });
        routes.MapGet("/unflushed", (HttpContext context) =>
        {
            context.Response.BodyWriter.Write("half of an ans"u8);
            throw new InvalidOperationException("canary");
        });
        routes.MapGet("/sender", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Headers.TraceParent}");
    });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_is_answered_in_the_form_it_came_in_and_recorded(bool isVersionTwo)
    {
        var (outcome, answer) = await _service.HandleAsync(LambdaService.Event("GET", Card, isVersionTwo, ("token", "a-token")));

        Assert.Equal(200, (int)answer["statusCode"]!);
        Assert.StartsWith("""{"id":"vc_A681POqRINI7goyrCNPff7","displayName":"Travel",""", (string?)answer["body"]);
        Assert.Equal("application/json; charset=utf-8", (string?)answer["headers"]!["Content-Type"]);
        Assert.Equal(isVersionTwo, answer["cookies"] is not null);
        Assert.Equal((200, "getCard", "tester", (string?)answer["headers"]!["x-request-id"]), (outcome.Status, outcome.Operation, outcome.Caller, outcome.RequestId));
    }

    [Theory]
    [InlineData("/prod", false)]
    [InlineData("/prod", true)]
    [InlineData("", false)]
    public async Task A_link_leads_on_at_the_address_that_the_caller_asked_stage_and_form_and_all(string stage, bool isVersionTwo)
    {
        var (_, answer) = await _service.HandleAsync(Staged(stage, "/cards/active.ndjson", "limit", "1", isVersionTwo));

        Assert.Equal(200, (int)answer["statusCode"]!);
        Assert.Equal("application/x-ndjson", ((string?)answer["headers"]!["Content-Type"])!.Split(';')[0]);
        Assert.StartsWith($"<{stage}/cards/active.ndjson?limit=1&cursor=", (string?)answer["headers"]!["Link"]);
    }

    [Theory]
    [InlineData("/cards/active/", 1, 404)]
    [InlineData("/Cards/active", 1, 404)]
    [InlineData("/cards/active", 8_200, 414)]
    public async Task Behind_a_stage_a_path_is_as_exact_and_a_request_line_as_short_as_elsewhere(string path, int length, int status)
    {
        var (_, answer) = await _service.HandleAsync(Staged("/prod", path, "limit", new string('1', length), isVersionTwo: false));

        Assert.Equal(status, (int)answer["statusCode"]!);
    }

    [Fact]
    public async Task A_head_has_the_headers_and_no_body()
    {
        var (_, answer) = await _service.HandleAsync(LambdaService.Event("HEAD", Card, isVersionTwo: false, ("token", "a-token")));

        Assert.Equal((200, ""), ((int)answer["statusCode"]!, (string?)answer["body"]));
        Assert.NotNull(answer["headers"]!["ETag"]);
    }

    [Theory]
    [InlineData("GET", Card, 401, "token_missing")]
    [InlineData("GET", "/cards/x", 401, "token_missing")]
    [InlineData("GET", "/nothing", 404, "route_not_found")]
    [InlineData("GET", "/cards", 404, "route_not_found")]
    [InlineData("POST", Card, 405, "method_not_allowed")]
    public async Task A_refusal_is_the_contracts_problem(string method, string path, int status, string code)
    {
        var (outcome, answer) = await _service.HandleAsync(LambdaService.Event(method, path, isVersionTwo: false));

        LambdaService.AssertProblem(status, code, answer);
        Assert.Null(outcome.Caller);
    }

    [Fact]
    public async Task Two_tokens_in_one_header_are_seen_as_two()
    {
        var (_, answer) = await _service.HandleAsync(LambdaService.Event("GET", Card, isVersionTwo: false, ("token", "a-token"), ("TOKEN", "a-token")));

        LambdaService.AssertProblem(401, "token_ambiguous", answer);
    }

    [Fact]
    public async Task A_request_that_meets_the_deadline_is_a_504()
    {
        using var deadline = new CancellationTokenSource();
        var handling = _service.HandleAsync(LambdaService.Event("GET", "/slow", isVersionTwo: false), deadline.Token);
        Assert.False(handling.IsCompleted);

        await deadline.CancelAsync();

        var (outcome, answer) = await handling;
        LambdaService.AssertProblem(504, "service_timeout", answer);
        Assert.Equal(504, outcome.Status);
    }

    [Theory]
    [InlineData("/broken")]
    [InlineData("/unflushed")]
    public async Task A_fault_in_mid_answer_is_a_500_without_the_half_of_it(string path)
    {
        var (_, answer) = await _service.HandleAsync(LambdaService.Event("GET", path, isVersionTwo: false));

        LambdaService.AssertProblem(500, "internal_error", answer);
        Assert.DoesNotContain("canary", answer.ToJsonString());
    }

    [Fact]
    public async Task The_record_has_a_line_of_its_own_with_the_event_as_an_object_and_the_gateways_sender()
    {
        var (outcome, _) = await _service.HandleAsync(LambdaService.Event("GET", Card, isVersionTwo: false, ("token", "a-token"), ("X-Forwarded-For", "198.51.100.9")));
        var (failed, _) = await _service.HandleAsync(LambdaService.Event("GET", Card, isVersionTwo: true, ("token", "canary")));

        var log = _service.Log;
        var events = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).Where(line => (string?)line["logger"] == "Vts.Audit").ToList();
        Assert.Equal([outcome.RequestId, failed.RequestId], events.Select(line => (string?)line["audit"]!["requestId"]));
        Assert.Equal(["tester", null], events.Select(line => (string?)line["audit"]!["caller"]));
        Assert.Equal([200, 401], events.Select(line => (int)line["audit"]!["status"]!));
        Assert.All(events, line => Assert.Equal(("INFO", "203.0.113.9"), ((string?)line["level"], (string?)line["audit"]!["address"])));
        Assert.DoesNotContain("canary", log);
    }

    [Fact]
    public async Task The_sender_is_the_gateways_word_and_the_trace_goes_on()
    {
        var (_, answer) = await _service.HandleAsync(LambdaService.Event("GET", "/sender", isVersionTwo: false));

        Assert.Equal("203.0.113.9 00-5e2723908c398be037738dc042009320-94ae789b969f1cc5-01", (string?)answer["body"]);
    }

    // An address that AWS gives has the stage before the path.
    private static string Staged(string stage, string path, string name, string value, bool isVersionTwo) => (isVersionTwo
        ? new JsonObject
        {
            ["version"] = "2.0", ["rawPath"] = stage + path, ["rawQueryString"] = $"{name}={value}", ["headers"] = new JsonObject { ["token"] = "a-token" },
            ["requestContext"] = new JsonObject { ["stage"] = "prod", ["http"] = new JsonObject { ["method"] = "GET" } },
        }
        : new JsonObject
        {
            ["httpMethod"] = "GET", ["path"] = path, ["headers"] = new JsonObject { ["token"] = "a-token" },
            ["queryStringParameters"] = new JsonObject { [name] = value },
            ["requestContext"] = new JsonObject { ["stage"] = "prod", ["path"] = stage + path },
        }).ToJsonString();
}
