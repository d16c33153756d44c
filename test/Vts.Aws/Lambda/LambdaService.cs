using System.Text;
using System.Text.Json.Nodes;
using Extend.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vts.Aws.Lambda.Http;
using Vts.Aws.Lambda.Runtime;
using Vts.Aws.Lambda.Telemetry;
using Vts.Callers;
using Vts.Operations;

namespace Vts.Aws.Tests.Lambda;

/// <summary>Two operations behind a function's server, over a simulator, with routes of a test's own.</summary>
internal sealed class LambdaService : IAsyncDisposable
{
    private readonly LambdaServer _server = new();
    private readonly MemoryStream _output = new();
    private SimulatorServer _simulator = null!;
    private WebApplication _app = null!;

    /// <summary>All that it logged.</summary>
    public string Log => Encoding.UTF8.GetString(_output.ToArray());

    public static async Task<LambdaService> StartAsync(Action<IEndpointRouteBuilder> routes)
    {
        var service = new LambdaService();
        await service.BeginAsync(routes);
        return service;
    }

    public static string Event(string method, string path, bool isVersionTwo, params (string Name, string Value)[] headers)
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

    public static void AssertProblem(int status, string code, JsonNode answer)
    {
        Assert.Equal(status, (int)answer["statusCode"]!);
        Assert.Equal("application/problem+json", (string?)answer["headers"]!["Content-Type"]);
        var problem = JsonNode.Parse((string)answer["body"]!)!.AsObject();
        Assert.Equal(["type", "title", "status", "detail", "code", "requestId"], problem.Select(member => member.Key));
        Assert.Equal((code, (string?)answer["headers"]!["x-request-id"]), ((string?)problem["code"], (string?)problem["requestId"]));
    }

    public async Task<(Outcome Outcome, JsonNode Answer)> HandleAsync(string json, CancellationToken deadline = default)
    {
        var outcome = await _server.HandleAsync(
            new Invocation("r1", DateTimeOffset.MaxValue, "Root=1-5e272390-8c398be037738dc042009320;Parent=94ae789b969f1cc5;Sampled=1", Encoding.UTF8.GetBytes(json)), deadline);
        return (outcome, JsonNode.Parse(outcome.Answer.Span)!);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private async Task BeginAsync(Action<IEndpointRouteBuilder> routes)
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
        routes(_app);
        await _app.StartAsync();
    }
}
