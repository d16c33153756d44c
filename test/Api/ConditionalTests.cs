using System.Text;
using System.Text.Json.Nodes;

namespace Vts.Api.Tests;

/// <summary><c>ETag</c>, <c>If-None-Match</c> and <c>HEAD</c>, on every operation.</summary>
public sealed class ConditionalTests(ConditionalTests.Keeping keeping) : IClassFixture<ConditionalTests.Keeping>
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";
    private static readonly string[] SameAsGet = ["ETag", "Age", "Cache-Control", "Vary", "Content-Type", "Content-Length", "X-Content-Type-Options"];
    private readonly VtsApp _vts = keeping.App;

    public static TheoryData<string> Operations => ["/cards", "/cards/active", Card, Card + "/transactions", "/transactions"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_answer_that_the_caller_has_is_a_304_without_a_body_that_costs_extend_nothing(string path)
    {
        using var first = await _vts.SendAsync(path);
        var tag = first.Headers.ETag!;
        var calls = (await _vts.Simulator.RequestsAsync()).Length;

        using var second = await _vts.SendAsync(path, headers: ("If-None-Match", $"{tag}"));

        Assert.Equal(304, (int)second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Null(second.Content.Headers.ContentType);
        Assert.Equal(tag, second.Headers.ETag);
        Assert.False(tag.IsWeak);
        foreach (var name in new[] { "Cache-Control", "Vary", "Age", "Cache-Status", "x-request-id" })
        {
            Assert.True(second.Headers.NonValidated.Contains(name), name);
        }

        Assert.Equal(calls, (await _vts.Simulator.RequestsAsync()).Length);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_head_has_the_headers_of_a_get_and_no_body(string path)
    {
        await _vts.ReadAsync(path);
        var answers = new List<string[]>();
        foreach (var method in new[] { "GET", "HEAD" })
        {
            var answer = await RawHttp.SendAsync(
                _vts.Address, Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: x\r\ntoken: {VtsApp.Token}\r\nConnection: close\r\n\r\n"));
            var (head, body) = answer.Split("\r\n\r\n", 2) switch { var parts => (parts[0], parts[1]) };
            answers.Add([.. head.Split("\r\n").Where(line => line.StartsWith("HTTP/", StringComparison.Ordinal) || SameAsGet.Contains(line.Split(':')[0])).Order(StringComparer.Ordinal)]);

            Assert.Equal(method == "HEAD", body.Length == 0);
        }

        Assert.Equal(SameAsGet.Length + 1, answers[0].Length);
        Assert.Equal(answers[0].Where(line => !line.StartsWith("Age", StringComparison.Ordinal)), answers[1].Where(line => !line.StartsWith("Age", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(304, "*")]
    [InlineData(304, "TAG")]
    [InlineData(304, "W/TAG")]
    [InlineData(304, "\"other\", TAG")]
    [InlineData(304, "W/\"other\" ,, W/TAG,")]
    [InlineData(200, "\"other\"")]
    [InlineData(200, "\"other\", W/\"another\"")]
    [InlineData(200, "")]
    [InlineData(200, "nonsense")]
    [InlineData(200, "\"unclosed")]
    public async Task If_none_match_takes_a_list_weak_tags_and_any_and_passes_over_what_is_none(int status, string condition)
    {
        using var first = await _vts.SendAsync(Card);

        using var second = await _vts.SendAsync(Card, headers: ("If-None-Match", condition.Replace("TAG", $"{first.Headers.ETag}", StringComparison.Ordinal)));

        Assert.Equal(status, (int)second.StatusCode);
    }

    [Fact]
    public async Task A_condition_and_a_head_wait_for_their_turn_behind_every_problem()
    {
        using var refused = await _vts.SendAsync(Card, token: null, headers: ("If-None-Match", "*"));
        using var unknown = await _vts.SendAsync("/cards/vc_0000000000000000000000", headers: ("If-None-Match", "*"));
        using var head = await _vts.SendAsync("/cards/vc_0000000000000000000000", method: HttpMethod.Head);

        await ProblemAssert.IsAsync(401, "token_missing", refused);
        await ProblemAssert.IsAsync(404, "card_not_found", unknown);
        Assert.Equal(404, (int)head.StatusCode);
        Assert.All([refused, unknown, head], response => Assert.True(response.Headers.CacheControl!.NoStore));
        Assert.All([refused, unknown, head], response => Assert.Null(response.Headers.ETag));
    }

    [Fact]
    public async Task Another_answer_has_another_tag_and_the_first_answer_its_first_one_again()
    {
        var tags = new List<string>();
        foreach (var balance in new[] { 255, 77, 255 })
        {
            await _vts.Simulator.PatchCardAsync("vc_A681POqRINI7goyrCNPff7", new JsonObject { ["balanceCents"] = balance });
            using var response = await _vts.SendAsync(Card, headers: ("Cache-Control", "no-cache"));
            tags.Add($"{response.Headers.ETag}");
        }

        Assert.Equal(tags[0], tags[2]);
        Assert.NotEqual(tags[0], tags[1]);
    }

    public sealed class Keeping : IAsyncLifetime
    {
        public VtsApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await FreshnessTests.KeepingAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
