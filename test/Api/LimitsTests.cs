using Vts.Api.Tests.Faces;
using Vts.Callers;

namespace Vts.Api.Tests;

public sealed class LimitsTests
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";

    [Fact]
    public async Task A_caller_that_asks_more_than_its_rate_gets_a_429_and_extend_is_not_asked()
    {
        await using var vts = await VtsApp.StartAsync(settings: [("Limits:RequestsPerSecond", "1"), ("Limits:Burst", "2"), .. SecondCaller]);

        using var refused = await RefusedAsync(vts);
        await ProblemAssert.IsAsync(429, "too_many_requests", refused);
        var asked = (await vts.Simulator.RequestsAsync()).Length;
        using var again = await RefusedAsync(vts);

        Assert.Equal("1", refused.Headers.RetryAfter!.ToString());
        Assert.Equal("\"requests\";q=2;w=2, \"concurrent\";q=100000;qu=\"concurrent-requests\"", Field(refused, "RateLimit-Policy"));
        Assert.StartsWith("\"requests\";r=0;t=1, ", Field(refused, "RateLimit"));
        Assert.InRange((await vts.Simulator.RequestsAsync()).Length - asked, 0, 10);

        using var other = await vts.SendAsync(Card, token: "second-token");
        Assert.Equal(200, (int)other.StatusCode);
        Assert.StartsWith("\"requests\";r=1;t=1, ", Field(other, "RateLimit"));
    }

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task A_caller_with_as_many_requests_under_way_as_it_may_have_gets_a_429_and_another_does_not()
    {
        await using var vts = await VtsApp.StartAsync(settings: [("Limits:Concurrency", "1"), .. SecondCaller]);
        await vts.Simulator.SwitchAsync("latency", 2000);

        var responses = await Task.WhenAll([.. Enumerable.Range(0, 20).Select(_ => vts.SendAsync(Card)), vts.SendAsync("/cards/x", token: "second-token")]);
        using var next = await vts.ExpectProblemAsync(404, "card_not_found", "/cards/x");

        Assert.Equal(404, (int)responses[^1].StatusCode);
        Assert.Contains(responses, response => (int)response.StatusCode is 200);
        var refused = responses.First(response => (int)response.StatusCode is 429);
        await ProblemAssert.IsAsync(429, "too_many_requests", refused);
        Assert.EndsWith("\"concurrent\";r=0", Field(refused, "RateLimit"));
    }

    [Fact]
    public async Task An_address_that_failed_too_often_is_refused_before_its_token_is_looked_at()
    {
        await using var vts = await VtsApp.StartAsync(settings: ("Limits:FailedAuthenticationsPerMinute", "4"));
        foreach (var (token, left) in new[] { ("wrong", 3), (null, 2), ("", 1), ("wrong-too", 0) })
        {
            using var failed = await vts.SendAsync("/cards", token);
            Assert.Equal(401, (int)failed.StatusCode);
            Assert.Equal("\"failed-authentications\";q=4;w=60", Field(failed, "RateLimit-Policy"));
            Assert.Matches($"^\"failed-authentications\";r={left};t=\\d+$", Field(failed, "RateLimit"));
        }

        using var wrong = await vts.ExpectProblemAsync(429, "too_many_requests", "/cards", token: "wrong");
        using var right = await vts.ExpectProblemAsync(429, "too_many_requests", "/cards");
        using var none = await vts.ExpectProblemAsync(429, "too_many_requests", "/cards", token: null);

        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Empty(await vts.Simulator.RequestsAsync());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/swagger.yaml")]
    [InlineData("/nosuch")]
    public async Task Where_no_caller_is_asked_for_a_token_is_not_looked_at_and_cannot_be_guessed(string path)
    {
        Assert.SkipWhen(Face.IsGateway, "The gateway has none of these paths, or answers them itself.");
        await using var vts = await VtsApp.StartAsync(settings: ("Limits:FailedAuthenticationsPerMinute", "1"));
        using var right = await vts.SendAsync(path);
        using var wrong = await vts.SendAsync(path, "wrong");
        using var again = await vts.SendAsync(path, "wrong");

        Assert.Equal(right.StatusCode, wrong.StatusCode);
        Assert.Equal(right.StatusCode, again.StatusCode);
        Assert.All([right, wrong, again], response => Assert.DoesNotContain("RateLimit", response.Headers.Select(header => header.Key)));
        using var served = await vts.SendAsync("/cards");
        Assert.Equal(200, (int)served.StatusCode);
    }

    [Fact]
    public async Task Right_tokens_and_faults_of_extend_are_no_failed_authentications()
    {
        await using var vts = await VtsApp.StartAsync(settings: [("Limits:FailedAuthenticationsPerMinute", "1"), ("Extend:Retries", "0")]);
        await vts.Simulator.FaultAsync("serverError", "/virtualcards");

        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var failed = await vts.ExpectProblemAsync(502, "extend_failed", Card);
        }
    }

    [Fact]
    public async Task Every_answer_to_a_caller_says_how_it_stands()
    {
        await using var vts = await VtsApp.StartAsync(settings: ("Extend:Retries", "0"));
        using var found = await vts.SendAsync(Card);
        using var same = await vts.SendAsync(Card, headers: ("If-None-Match", found.Headers.ETag!.ToString()));
        using var head = await vts.SendAsync(Card, method: HttpMethod.Head);
        using var unknown = await vts.SendAsync("/cards/x");
        using var parameter = await vts.SendAsync("/cards?x=1");
        await vts.Simulator.FaultAsync("serverError", "/virtualcards");
        using var fault = await vts.SendAsync(Card);

        Assert.Equal([200, 304, 200, 404, 400, 502], new[] { found, same, head, unknown, parameter, fault }.Select(response => (int)response.StatusCode));
        Assert.All([found, same, head, unknown, parameter, fault], response =>
        {
            Assert.Equal("\"requests\";q=1000000;w=10, \"concurrent\";q=100000;qu=\"concurrent-requests\"", Field(response, "RateLimit-Policy"));
            Assert.Matches("^\"requests\";r=9999\\d\\d;t=1, \"concurrent\";r=9999\\d$", Field(response, "RateLimit"));
        });
    }

    private static (string, string)[] SecondCaller { get; } =
        [("Callers:1:Name", "second"), ("Callers:1:TokenSha256", KnownCallers.Hash("second-token")), ("Callers:1:Account", "main")];

    // At one a second, some of so many at once must be too many.
    private static async Task<HttpResponseMessage> RefusedAsync(VtsApp vts)
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => vts.SendAsync(Card)));
        return responses.First(response => (int)response.StatusCode is 429);
    }

    private static string Field(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
