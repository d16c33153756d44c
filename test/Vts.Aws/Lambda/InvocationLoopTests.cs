using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vts.Aws.Lambda.Runtime;
using Vts.Aws.Lambda.Telemetry;

namespace Vts.Aws.Tests.Lambda;

public sealed class InvocationLoopTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryStream _output = new();
    private readonly CallMetrics _metrics = new();
    private FakeRuntimeApi _lambda = null!;
    private RuntimeApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _lambda = await FakeRuntimeApi.StartAsync();
        _api = new RuntimeApi(_lambda.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _metrics.Dispose();
        _api.Dispose();
        await _lambda.DisposeAsync();
    }

    [Fact]
    public async Task Each_call_gets_its_answer_and_a_line_of_metrics()
    {
        var loop = Loop((call, _) => Task.FromResult(new Outcome(call.Event, Status: 200, Operation: "listCards", Caller: "tester", RequestId: "abc")));
        _lambda.Call("r1", """{"n":1}""");
        _lambda.Call("r2", """{"n":2}""");

        await loop.RunOnceAsync(CancellationToken.None);
        await loop.RunOnceAsync(CancellationToken.None);

        Assert.Equal(("invocation/r1/response", """{"n":1}"""), await _lambda.PostedAsync() is var first ? (first.Path, first.Body) : default);
        Assert.Equal(("invocation/r2/response", """{"n":2}"""), await _lambda.PostedAsync() is var second ? (second.Path, second.Body) : default);
        var lines = Lines();
        Assert.Equal(2, lines.Count);
        Assert.Equal("VTS", (string?)lines[0]["_aws"]!["CloudWatchMetrics"]![0]!["Namespace"]);
        Assert.Equal(["""[["stage"]]""", """[["stage","function"]]"""], lines[0]["_aws"]!["CloudWatchMetrics"]!.AsArray().Select(metrics => metrics!["Dimensions"]!.ToJsonString()));
        Assert.Equal("""[{"Name":"Errors","Unit":"Count"}]""", lines[0]["_aws"]!["CloudWatchMetrics"]![1]!["Metrics"]!.ToJsonString());
        Assert.Equal(("dev", "vts-dev-ListCards", "listCards", "tester", "abc", 200, 1, 0, 1), (
            (string?)lines[0]["stage"], (string?)lines[0]["function"], (string?)lines[0]["operation"], (string?)lines[0]["caller"], (string?)lines[0]["requestId"],
            (int)lines[0]["status"]!, (int)lines[0]["Requests"]!, (int)lines[0]["Errors"]!, (int)lines[0]["ColdStart"]!));
        Assert.Null(lines[1]["ColdStart"]);
        Assert.All(lines, line => Assert.Equal(
            line["_aws"]!["CloudWatchMetrics"]![0]!["Metrics"]!.AsArray().Select(metric => (string)metric!["Name"]!),
            line.Select(member => member.Key).Where(name => char.IsAsciiLetterUpper(name[0]))));
    }

    [Fact]
    public async Task A_fault_of_the_handler_fails_that_call_only()
    {
        var loop = Loop((call, _) => call.RequestId == "r1" ? throw new InvalidOperationException("broken") : Task.FromResult(new Outcome("{}"u8.ToArray())));
        _lambda.Call("r1", "{}");
        _lambda.Call("r2", "{}");

        await loop.RunOnceAsync(CancellationToken.None);
        await loop.RunOnceAsync(CancellationToken.None);

        Assert.Equal("invocation/r1/error", (await _lambda.PostedAsync()).Path);
        Assert.Equal("invocation/r2/response", (await _lambda.PostedAsync()).Path);
        Assert.Equal([1, 0], Lines().Select(line => (int)line["Errors"]!));
    }

    [Fact]
    public async Task An_answer_of_500_or_above_counts_as_an_error()
    {
        var loop = Loop((_, _) => Task.FromResult(new Outcome("{}"u8.ToArray(), Status: 503)));
        _lambda.Call("r1", "{}");

        await loop.RunOnceAsync(CancellationToken.None);

        Assert.Equal(1, (int)Lines().Single()["Errors"]!);
    }

    [Theory]
    [InlineData(28_000, 27_000)]
    [InlineData(5_000, 4_500)]
    [InlineData(1_000, 800)]
    [InlineData(100, 0)]
    public async Task The_deadline_comes_a_tenth_early_but_never_by_less_than_200_ms_nor_more_than_a_second(int lambdas, int ours)
    {
        var begun = new TaskCompletionSource();
        var loop = Loop(async (_, deadline) =>
        {
            var passed = new TaskCompletionSource();
            await using var registration = deadline.Register(passed.SetResult);
            begun.SetResult();
            await passed.Task;
            return new Outcome(Encoding.UTF8.GetBytes("{}"));
        });
        var start = _time.GetUtcNow();
        _lambda.Call("r1", "{}", ("Lambda-Runtime-Deadline-Ms", $"{(start + TimeSpan.FromMilliseconds(lambdas)).ToUnixTimeMilliseconds()}"));

        var running = loop.RunOnceAsync(CancellationToken.None);
        await begun.Task;
        if (ours > 0)
        {
            _time.Advance(TimeSpan.FromMilliseconds(ours - 1));
            Assert.False(running.IsCompleted);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await running;
        Assert.Equal("invocation/r1/response", (await _lambda.PostedAsync()).Path);
    }

    [Fact]
    public async Task Where_lambda_allows_several_calls_at_once_they_are_handled_side_by_side()
    {
        using var stop = new CancellationTokenSource();
        var both = new Barrier(2);
        var loop = Loop((_, _) => Task.Run(() =>
        {
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(20)));
            return new Outcome("{}"u8.ToArray());
        }));
        _lambda.Call("r1", "{}");
        _lambda.Call("r2", "{}");

        var running = loop.RunAsync(2, stop.Token);
        var posts = new[] { await _lambda.PostedAsync(), await _lambda.PostedAsync() };
        await stop.CancelAsync();

        Assert.Equal(["invocation/r1/response", "invocation/r2/response"], posts.Select(post => post.Path).Order());

        // Stopped between two calls it ends without a word.
        Assert.True(await Record.ExceptionAsync(() => running) is null or OperationCanceledException);
    }

    private InvocationLoop Loop(Func<Invocation, CancellationToken, Task<Outcome>> handle) => new(
        _api, new Handler(handle), new InvocationRecord(new FunctionIdentity("dev", "vts-dev-ListCards"), new StandardOutput(_output), _metrics, _time),
        _time, NullLogger<InvocationLoop>.Instance);

    private List<JsonObject> Lines() =>
        [.. Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    private sealed class Handler(Func<Invocation, CancellationToken, Task<Outcome>> handle) : IInvocationHandler
    {
        public Task<Outcome> HandleAsync(Invocation invocation, CancellationToken deadline) => handle(invocation, deadline);
    }
}
