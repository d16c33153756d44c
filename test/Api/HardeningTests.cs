using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

/// <summary>What is safe without being asked for.</summary>
public sealed class HardeningTests
{
    private static readonly (string Name, string Value)[] Preflight = [("Origin", "https://dashboard.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "token")];

    [Fact]
    public async Task No_other_sites_page_may_read_answers_unless_its_origin_is_configured()
    {
        await using var vts = await VtsApp.StartAsync();

        using var simple = await vts.SendAsync("/cards", headers: ("Origin", "https://dashboard.example"));
        using var preflight = await vts.SendAsync("/cards", token: null, HttpMethod.Options, Preflight);

        Assert.Equal(405, (int)preflight.StatusCode);
        Assert.All([simple, preflight], response => Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task A_configured_origins_page_may_read_answers_and_problems_with_a_token_and_anothers_may_not()
    {
        await using var vts = await VtsApp.StartAsync(settings: ("Cors:Origins:0", "https://dashboard.example"));

        using var preflight = await vts.SendAsync("/cards", token: null, HttpMethod.Options, Preflight);
        using var answer = await vts.SendAsync("/cards", headers: ("Origin", "https://dashboard.example"));
        using var problem = await vts.SendAsync("/cards", token: "wrong", headers: ("Origin", "https://dashboard.example"));
        using var another = await vts.SendAsync("/cards", headers: ("Origin", "https://evil.example"));

        Assert.Equal(204, (int)preflight.StatusCode);
        Assert.Contains("token", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.All([preflight, answer, problem], response => Assert.Equal("https://dashboard.example", response.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Contains("RateLimit", answer.Headers.GetValues("Access-Control-Expose-Headers").Single());
        Assert.All([preflight, answer, problem, another], response => Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials")));
        Assert.False(another.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Browsers_are_told_to_keep_to_tls_where_a_configured_proxy_has_it_and_nowhere_else()
    {
        await using var behind = await VtsApp.StartAsync(settings: ("Proxies:0", "127.0.0.1"));
        await using var open = await VtsApp.StartAsync();
        (string, string)[] https = [("X-Forwarded-Proto", "https"), ("Host", "vts.example")];

        using var told = await behind.SendAsync("/cards", headers: https);
        using var local = await behind.SendAsync("/cards", headers: ("X-Forwarded-Proto", "https"));
        using var plain = await open.SendAsync("/cards", headers: https);

        Assert.Equal("max-age=31536000", told.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.False(local.Headers.Contains("Strict-Transport-Security"));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_body_over_8_kb_is_a_413_and_a_small_one_is_ignored()
    {
        await using var vts = await VtsApp.StartAsync();

        using var large = await SendAsync(vts, 9000);
        using var small = await SendAsync(vts, 100);

        await ProblemAssert.IsAsync(413, "request_too_large", large);
        Assert.Equal(200, (int)small.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(VtsApp vts, int bytes)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/cards") { Content = new ByteArrayContent(new byte[bytes]) };
        request.Headers.Add("token", VtsApp.Token);
        return vts.Http.SendAsync(request);
    }
}
