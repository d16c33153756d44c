using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Extend.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vts.Aws.Lambda.Http;
using Vts.Aws.Lambda.Runtime;
using Vts.Aws.Lambda.Telemetry;
using Vts.Callers;
using Vts.Operations;

namespace Vts.Aws.Tests.Lambda;

public sealed class LambdaServerTests : IAsyncLifetime
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";
    private readonly LambdaServer _server = new();
    private readonly MemoryStream _output = new();
    private SimulatorServer _simulator = null!;
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" });
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Extend:BaseUrl"] = _simulator.Address.ToString(),
            ["Extend:Accounts:main:ApiKey"] = "apik_demo",
            ["Extend:Accounts:main:ApiSecret"] = "demo",
            ["Callers:0:Name"] = "tester",
            ["Callers:0:TokenSha256"] = KnownCallers.Hash("a-token"),
        });
        builder.Services.AddVts(builder.Configuration).AddOperation<GetCard>().AddOperation<ListActiveCards>().AddSingleton<IServer>(_server);
        builder.Services.AddSingleton<ILoggerProvider>(new LambdaLog(new StandardOutput(_output), TimeProvider.System));
        _app = builder.Build();
        _app.UseVts();
        _app.MapOperation<GetCard>();
        _app.MapOperation<ListActiveCards>();
        _app.MapGet("/slow", async (HttpContext context) => await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted));
        _app.MapGet("/broken", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("half of an ans");
            throw new InvalidOperationException("canary");
        });
        _app.MapGet("/unflushed", (HttpContext context) =>
        {
            context.Response.BodyWriter.Write("half of an ans"u8);
            throw new InvalidOperationException("canary");
        });
        _app.MapGet("/large/{way}/{character}/{count:int}", LargeAsync);
        _app.MapGet("/sender", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Headers.TraceParent}");
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_is_answered_in_the_form_it_came_in_and_recorded(bool isVersionTwo)
    {
        var (outcome, answer) = await HandleAsync(Event("GET", Card, isVersionTwo, ("token", "a-token")));

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
        var (_, answer) = await HandleAsync(Staged(stage, "/cards/active.ndjson", "limit", "1", isVersionTwo));

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
        var (_, answer) = await HandleAsync(Staged("/prod", path, "limit", new string('1', length), isVersionTwo: false));

        Assert.Equal(status, (int)answer["statusCode"]!);
    }

    [Fact]
    public async Task A_head_has_the_headers_and_no_body()
    {
        var (_, answer) = await HandleAsync(Event("HEAD", Card, isVersionTwo: false, ("token", "a-token")));

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
        var (outcome, answer) = await HandleAsync(Event(method, path, isVersionTwo: false));

        AssertProblem(status, code, answer);
        Assert.Null(outcome.Caller);
    }

    [Fact]
    public async Task Two_tokens_in_one_header_are_seen_as_two()
    {
        var (_, answer) = await HandleAsync(Event("GET", Card, isVersionTwo: false, ("token", "a-token"), ("TOKEN", "a-token")));

        AssertProblem(401, "token_ambiguous", answer);
    }

    [Fact]
    public async Task A_request_that_meets_the_deadline_is_a_504()
    {
        using var deadline = new CancellationTokenSource();
        var handling = HandleAsync(Event("GET", "/slow", isVersionTwo: false), deadline.Token);
        Assert.False(handling.IsCompleted);

        await deadline.CancelAsync();

        var (outcome, answer) = await handling;
        AssertProblem(504, "service_timeout", answer);
        Assert.Equal(504, outcome.Status);
    }

    [Theory]
    [InlineData("/broken")]
    [InlineData("/unflushed")]
    public async Task A_fault_in_mid_answer_is_a_500_without_the_half_of_it(string path)
    {
        var (_, answer) = await HandleAsync(Event("GET", path, isVersionTwo: false));

        AssertProblem(500, "internal_error", answer);
        Assert.DoesNotContain("canary", answer.ToJsonString());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("stream")]
    [InlineData("pipe")]
    [InlineData("json")]
    public async Task An_answer_over_5_MB_is_a_problem_and_nothing_of_it_is_left_however_it_is_written(string way)
    {
        var (outcome, answer) = await HandleAsync(Event("GET", $"/large/{way}/x/5000001", isVersionTwo: false));

        AssertProblem(400, "answer_too_large", answer);
        Assert.Equal(400, outcome.Status);
        Assert.Null(answer["headers"]!["x-large"]);
    }

    [Theory]
    [InlineData("text", "x", 5_000_000)]
    [InlineData("stream", "x", 5_000_000)]
    [InlineData("pipe", "x", 5_000_000)]
    [InlineData("json", "x", 4_999_998)]
    [InlineData("text", "%22", 3_112_960)]
    [InlineData("stream", "%01", 1_037_653)]
    [InlineData("text", "%F0%9F%98%80", 1_250_000)]
    public async Task An_answer_that_is_just_small_enough_arrives_whole(string way, string character, int count)
    {
        var (outcome, answer) = await HandleAsync(Event("GET", $"/large/{way}/{character}/{count}", isVersionTwo: false));

        var text = string.Concat(Enumerable.Repeat(Uri.UnescapeDataString(character), count));
        Assert.True(outcome.Answer.Length <= RuntimeApi.MostAnswerBytes);
        Assert.Equal(200, outcome.Status);
        Assert.True(way == "json" ? $"\"{text}\"" == (string?)answer["body"] : text == (string?)answer["body"]);
    }

    [Theory]
    [InlineData("text", "%22", 3_112_961)]
    [InlineData("pipe", "%5C", 3_112_961)]
    [InlineData("stream", "%01", 1_037_654)]
    public async Task An_answer_that_Lambdas_JSON_makes_too_large_is_the_same_problem(string way, string character, int count)
    {
        var (_, answer) = await HandleAsync(Event("GET", $"/large/{way}/{character}/{count}", isVersionTwo: true));

        AssertProblem(400, "answer_too_large", answer);
    }

    [Fact]
    public async Task The_record_has_a_line_of_its_own_with_the_event_as_an_object_and_the_gateways_sender()
    {
        var (outcome, _) = await HandleAsync(Event("GET", Card, isVersionTwo: false, ("token", "a-token"), ("X-Forwarded-For", "198.51.100.9")));
        var (failed, _) = await HandleAsync(Event("GET", Card, isVersionTwo: true, ("token", "canary")));

        var log = Encoding.UTF8.GetString(_output.ToArray());
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
        var (_, answer) = await HandleAsync(Event("GET", "/sender", isVersionTwo: false));

        Assert.Equal("203.0.113.9 00-5e2723908c398be037738dc042009320-94ae789b969f1cc5-01", (string?)answer["body"]);
    }

    private static void AssertProblem(int status, string code, JsonNode answer)
    {
        Assert.Equal(status, (int)answer["statusCode"]!);
        Assert.Equal("application/problem+json", (string?)answer["headers"]!["Content-Type"]);
        var problem = JsonNode.Parse((string)answer["body"]!)!.AsObject();
        Assert.Equal(["type", "title", "status", "detail", "code", "requestId"], problem.Select(member => member.Key));
        Assert.Equal((code, (string?)answer["headers"]!["x-request-id"]), ((string?)problem["code"], (string?)problem["requestId"]));
    }

    // In pieces that end anywhere, or in one.
    private static async Task LargeAsync(HttpContext context, string way, string character, int count)
    {
        context.Response.Headers["x-large"] = "yes";
        var text = string.Concat(Enumerable.Repeat(character, count));
        switch (way)
        {
            case "text":
                await context.Response.WriteAsync(text);
                break;
            case "json":
                await context.Response.WriteAsJsonAsync(text);
                break;
            case "pipe":
                context.Response.BodyWriter.Write(Encoding.UTF8.GetBytes(text));
                break;
            default:
                foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(1_000_003))
                {
                    await context.Response.Body.WriteAsync(piece);
                    await context.Response.Body.FlushAsync();
                }

                break;
        }
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

    private static string Event(string method, string path, bool isVersionTwo, params (string Name, string Value)[] headers)
    {
        var all = new JsonObject();
        foreach (var (name, value) in headers)
        {
            all[name] = isVersionTwo ? value : new JsonArray(value);
        }

        return (isVersionTwo
            ? new JsonObject
            {
                ["version"] = "2.0", ["rawPath"] = path, ["rawQueryString"] = "", ["headers"] = all,
                ["requestContext"] = new JsonObject { ["http"] = new JsonObject { ["method"] = method, ["sourceIp"] = "203.0.113.9" } },
            }
            : new JsonObject
            {
                ["httpMethod"] = method, ["path"] = path, ["multiValueHeaders"] = all,
                ["requestContext"] = new JsonObject { ["identity"] = new JsonObject { ["sourceIp"] = "203.0.113.9" } },
            }).ToJsonString();
    }

    private async Task<(Outcome Outcome, JsonNode Answer)> HandleAsync(string json, CancellationToken deadline = default)
    {
        var outcome = await _server.HandleAsync(
            new Invocation("r1", DateTimeOffset.MaxValue, "Root=1-5e272390-8c398be037738dc042009320;Parent=94ae789b969f1cc5;Sampled=1", Encoding.UTF8.GetBytes(json)), deadline);
        return (outcome, JsonNode.Parse(outcome.Answer.Span)!);
    }
}
