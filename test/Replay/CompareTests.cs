using System.Text.Json;

namespace Vts.Bench.Replay.Tests;

public sealed class CompareTests(TwoBuilds builds) : IClassFixture<TwoBuilds>, IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_same_build_twice_answers_the_same_to_everything_in_the_committed_list()
    {
        var run = await ReplayRun.OfAsync("compare", builds.First, builds.Second, "--settle", "0");

        Assert.Equal("", string.Join('\n', run.Output.Split('\n')[..^2]));
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+ requests: \d+ same, 0 different\n$", run.Output);
    }

    [Theory]
    [InlineData("status", "/cards", "  status: 200 → 500\n")]
    [InlineData("header", "/cards", "  header Vary: ")]
    [InlineData("header that is gone", "/cards", "  header Cache-Control: ")]
    [InlineData("volatile header that is gone", "/cards", "  header ETag: there → missing\n")]
    [InlineData("member", "/cards", ".status: \"ACTIVE\" → \"OPEN\"\n")]
    [InlineData("redacted member", "/cards", "  body[0].displayName: (not shown) → (not shown)\n")]
    [InlineData("member that is gone", "/cards", "  body[0].limitCents: ")]
    [InlineData("order", "/cards", "  body[0] (order of members): id,displayName,")]
    [InlineData("item", "/cards", ": missing → {\"id\":\"vc_new\",…}\n")]
    [InlineData("cell", "/cards.csv", ", status: \"ACTIVE\" → \"OPEN\"\n")]
    [InlineData("row", "/cards.csv", ": missing → 2 cells\n")]
    [InlineData("line", "/cards.ndjson", ".status: \"ACTIVE\" → \"OPEN\"\n")]
    [InlineData("no JSON", "/cards", "  body (not JSON on both sides): ")]
    [InlineData("page", "/cards?limit=7 | follow", "  answers: ")]
    [InlineData("second page", "/cards?limit=7 | follow", "  answer 2: body[0].status: ")]
    public async Task A_difference_is_told_exactly(string kind, string request, string told)
    {
        await using var proxy = await ChangingProxy.StartAsync(builds.Second, answer => Change(kind, answer));

        var run = await CompareAsync(proxy, request);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{request}\n  ", run.Output);
        Assert.Contains(told, run.Output);
        Assert.EndsWith("1 requests: 0 same, 1 different\n", run.Output);
        Assert.InRange(run.Output.Count(letter => letter == '\n'), 3, 6);
    }

    [Fact]
    public async Task What_is_declared_volatile_is_no_difference()
    {
        await using var proxy = await ChangingProxy.StartAsync(builds.Second, answer =>
        {
            foreach (var name in answer.Headers.Keys.Where(name => name is "Age" or "ETag" or "x-request-id" or "Last-Modified" or "Cache-Status").ToList())
            {
                answer.Headers[name] = "another";
            }

            answer.Headers["Server"] = "another";
            answer.Body = answer.Body.Replace("\"requestId\":\"", "\"requestId\":\"another", StringComparison.Ordinal);
        });

        Assert.Equal(0, (await CompareAsync(proxy, "/cards\n/cards/vc_0000000000000000000000")).ExitCode);
    }

    [Fact]
    public async Task Data_that_changed_between_two_answers_is_no_difference_of_the_builds()
    {
        var count = 0;
        await using var proxy = await ChangingProxy.StartAsync(builds.Second, answer =>
        {
            if (answer.Path == "/cards" && Interlocked.Increment(ref count) == 1)
            {
                Change("member", answer);
            }
        });

        var run = await CompareAsync(proxy, "/cards");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 same once the data stood still", run.Output);
    }

    [Fact]
    public async Task Data_that_never_stands_still_is_told_as_such()
    {
        var count = 0;
        await using var proxy = await ChangingProxy.StartAsync(builds.First, answer => answer.Body = answer.Body.Replace("ACTIVE", $"S{Interlocked.Increment(ref count)}", StringComparison.Ordinal));

        var run = await ReplayRun.OfAsync("compare", proxy.Address, builds.Second, "--settle", "0", "--requests", _scratch.Write("list", "/cards"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the data changes too fast to tell", run.Output);
        Assert.Contains("1 unsettled", run.Output);
    }

    [Fact]
    public async Task A_build_that_fails_at_a_request_differs()
    {
        await using var proxy = await ChangingProxy.StartAsync(builds.Second, answer =>
        {
            if (answer.Path == "/me")
            {
                throw new InvalidOperationException("A fault.");
            }
        });

        var run = await CompareAsync(proxy, "/me");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("  status: 200 → 500\n", run.Output);
    }

    [Fact]
    public async Task Differences_are_told_to_programs_too()
    {
        await using var proxy = await ChangingProxy.StartAsync(builds.Second, answer => Change("member", answer));

        var run = await CompareAsync(proxy, "/cards\n/me", "--json");

        using var report = JsonDocument.Parse(run.Output);
        Assert.Equal(2, report.RootElement.GetProperty("requests").GetInt32());
        Assert.Equal(1, report.RootElement.GetProperty("same").GetInt32());
        var different = Assert.Single(report.RootElement.GetProperty("differences").EnumerateArray());
        Assert.Equal("/cards", different.GetProperty("request").GetString());
        var difference = Assert.Single(different.GetProperty("differences").EnumerateArray());
        Assert.Matches(@"^body\[\d+\]\.status$", difference.GetProperty("where").GetString());
        Assert.Equal("\"ACTIVE\"", difference.GetProperty("was").GetString());
        Assert.Equal("\"OPEN\"", difference.GetProperty("is").GetString());
    }

    private Task<ReplayRun> CompareAsync(ChangingProxy proxy, string list, params string[] more) =>
        ReplayRun.OfAsync(["compare", builds.First, proxy.Address, "--settle", "0", "--requests", _scratch.Write("list", list), .. more]);

    private static void Change(string kind, ChangedAnswer answer)
    {
        if (answer.Path.Contains("fields=id,", StringComparison.Ordinal) || answer.Path.StartsWith("/me", StringComparison.Ordinal))
        {
            return;
        }

        switch (kind)
        {
            case "status": answer.Status = 500; break;
            case "header": answer.Headers["Vary"] = "token"; break;
            case "header that is gone": answer.Headers.Remove("Cache-Control"); break;
            case "volatile header that is gone": answer.Headers.Remove("ETag"); break;
            case "page": answer.Headers.Remove("Link"); break;
            default: answer.Body = Change(kind, answer.Path, answer.Body); break;
        }
    }

    private static string Change(string kind, string path, string body) => kind switch
    {
        "member" or "line" => First(body, "\"status\":\"ACTIVE\"", "\"status\":\"OPEN\""),
        "second page" => path.Contains("cursor=", StringComparison.Ordinal) ? First(body, "\"status\":\"", "\"status\":\"X") : body,
        "redacted member" => First(body, "\"displayName\":\"", "\"displayName\":\"X"),
        "member that is gone" => First(body, "\"limitCents\":", "\"oldLimit\":"),
        "order" => Swapped(body),
        "item" => body[..^1] + ",{\"id\":\"vc_new\"}]",
        "cell" => First(body, ",\"ACTIVE\"", ",\"OPEN\""),
        "row" => body + "one,two\r\n",
        "no JSON" => body[..^1],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Swapped(string body)
    {
        var (start, end) = (body.IndexOf("\"id\":", StringComparison.Ordinal), body.IndexOf(",\"displayName\"", StringComparison.Ordinal));
        var next = body.IndexOf(",\"limitCents\"", StringComparison.Ordinal);
        return $"{body[..start]}{body[(end + 1)..next]},{body[start..end]}{body[next..]}";
    }

    private static string First(string text, string old, string now)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? text : $"{text[..at]}{now}{text[(at + old.Length)..]}";
    }
}
