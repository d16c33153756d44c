using System.Text.Json;
using Vts.Testing;

namespace Vts.Bench.Replay.Tests;

public sealed class LambdaTests : IDisposable
{
    private const string Answer = """{"statusCode":200,"multiValueHeaders":{"Content-Type":["application/json; charset=utf-8"],"Age":["0"]},"body":"[{\"id\":\"vc_A681POqRINI7goyrCNPff7\",\"status\":\"ACTIVE\"}]","isBase64Encoded":false}""";

    private readonly Scratch _scratch = new();

    public LambdaTests()
    {
        _scratch.Write("live", Answer);
        _scratch.Write("$LATEST", Answer.Replace("\"0\"", "\"3\"", StringComparison.Ordinal));
        var script = File.ReadAllText(Path.Combine(Repository.Root, "test/Replay/Fakes/aws")).Replace("$FAKES", _scratch.At("."), StringComparison.Ordinal);
        _scratch.Write("aws", script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Versions_of_functions_are_asked_directly_with_a_gateways_events_and_the_token_is_on_no_command_line()
    {
        var run = await CompareAsync("/cards?limit=2&search=a%20b");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var calls = await File.ReadAllLinesAsync(_scratch.At("calls.log"));
        Assert.All(calls, call => Assert.StartsWith("lambda invoke --function-name vts-dev-ListCards --qualifier ", call));
        Assert.Contains(calls, call => call.Contains(" --qualifier live ", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.Contains(" --qualifier $LATEST ", StringComparison.Ordinal));
        Assert.All(calls, call => Assert.DoesNotContain(TwoBuilds.Token, call));
        Assert.Equal(["600", "700"], (await File.ReadAllLinesAsync(_scratch.At("modes.log"))).Distinct());

        using var asked = JsonDocument.Parse((await File.ReadAllLinesAsync(_scratch.At("events.ndjson")))[^1]);
        var root = asked.RootElement;
        Assert.Equal(("/cards", "GET"), (root.GetProperty("path").GetString(), root.GetProperty("httpMethod").GetString()));
        Assert.Equal("a b", root.GetProperty("multiValueQueryStringParameters").GetProperty("search")[0].GetString());
        Assert.Equal(TwoBuilds.Token, root.GetProperty("multiValueHeaders").GetProperty("token")[0].GetString());
    }

    [Fact]
    public async Task A_version_that_answers_otherwise_differs()
    {
        _scratch.Write("$LATEST", Answer.Replace("ACTIVE", "OPEN", StringComparison.Ordinal));

        var run = await CompareAsync("/cards");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("  body[0].status: \"ACTIVE\" → \"OPEN\"\n", run.Output);
    }

    [Theory]
    [InlineData("{\"errorType\":\"Runtime.ExitError\"}", "Unhandled")]
    [InlineData("no JSON", "None")]
    public async Task Functions_that_give_no_answer_cannot_be_compared(string payload, string error)
    {
        _scratch.Write("live", payload);
        _scratch.Write("error", error);

        Assert.Equal(2, (await CompareAsync("/cards")).ExitCode);
    }

    [Fact]
    public async Task What_the_gateway_answers_itself_is_not_asked()
    {
        var run = await CompareAsync("/cards\n/no-such-path\nPOST /cards\n/cards/a/b");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("4 requests: 1 same, 0 different, 3 not asked, as no function answers them\n", run.Output);
    }

    [Theory]
    [InlineData("/cards/active.csv", "ListActiveCards")]
    [InlineData("/cards/{card}", "GetCard")]
    [InlineData("/cards/{card}/transactions.ndjson", "ListCardTransactions")]
    [InlineData("/transactions", "ListTransactions")]
    [InlineData("/transactions/summary.csv", "SummarizeTransactions")]
    [InlineData("/me", "GetMe")]
    public async Task Each_path_goes_to_the_function_of_its_operation(string request, string function)
    {
        await CompareAsync(request);

        Assert.Contains(await File.ReadAllLinesAsync(_scratch.At("calls.log")), call => call.Contains($" vts-dev-{function} ", StringComparison.Ordinal));
    }

    private Task<ReplayRun> CompareAsync(string list) => ReplayRun.OfAsync(
        TwoBuilds.Token, _scratch.At("."), ["compare", "lambda:vts-dev:live", "lambda:vts-dev:$LATEST", "--settle", "0", "--requests", _scratch.Write("list", list)]);
}
