using System.Text;
using CsCheck;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

public sealed class RequestsTests(DemoService demo) : IClassFixture<DemoService>
{
    private static readonly string[] Hostile =
    [
        "..", "../..", "%2e%2e", "%2f", "..%2f..%2fsim%2freset", "\0", "😀", new('9', 7900),
        "active%2f..", "vc_A681POqRINI7goyrCNPff\u0037\u0301", "@evil.example", "http://evil.example/",
    ];

    private readonly VtsApp _vts = demo.App;

    [Theory]
    [InlineData("/")]
    [InlineData("/cards/")]
    [InlineData("/Cards")]
    [InlineData("/cards/active/")]
    [InlineData("/cards/vc_A681POqRINI7goyrCNPff7/")]
    [InlineData("/cards/vc_A681POqRINI7goyrCNPff7/Transactions")]
    [InlineData("/cards/vc_A681POqRINI7goyrCNPff7/transactions/txn_1")]
    [InlineData("/transactions/")]
    [InlineData("/cards//transactions")]
    [InlineData("/virtualcards")]
    [InlineData("/sim/requests")]
    [InlineData("/health")]
    [InlineData("/swagger.json")]
    public async Task An_unknown_path_is_a_404_with_and_without_a_token(string path)
    {
        using var with = await _vts.ExpectProblemAsync(404, "route_not_found", path);
        using var without = await _vts.ExpectProblemAsync(404, "route_not_found", path, token: null);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task Another_method_is_a_405_that_allows_get_and_head_with_and_without_a_token(string method)
    {
        foreach (var path in new[] { "/cards", "/cards/active", "/cards/vc_A681POqRINI7goyrCNPff7", "/cards/x/transactions", "/transactions" })
        {
            using var with = await _vts.ExpectProblemAsync(405, "method_not_allowed", path, method: new HttpMethod(method));
            using var without = await _vts.ExpectProblemAsync(405, "method_not_allowed", path, token: null, method: new HttpMethod(method));

            Assert.Equal(["GET", "HEAD"], with.Content.Headers.Allow);
        }
    }

    [Fact(Skip = Face.SlashReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task An_unknown_path_is_a_404_whatever_the_method()
    {
        using var slash = await _vts.ExpectProblemAsync(404, "route_not_found", "/cards/", method: HttpMethod.Post);
    }

    [Theory]
    [InlineData("?offset=5")]
    [InlineData("?Fields=all")]
    [InlineData("?")]
    [InlineData("?=x")]
    [InlineData("?token=a-known-token")]
    [InlineData("?%00=%ff")]
    public async Task An_unknown_query_parameter_is_a_400_after_authentication(string query)
    {
        if (query == "?")
        {
            await _vts.ReadAsync("/cards" + query);
            return;
        }

        foreach (var path in new[] { "/cards", "/cards/active", "/cards/vc_A681POqRINI7goyrCNPff7", "/transactions" })
        {
            using var with = await _vts.ExpectProblemAsync(400, "unknown_parameter", path + query);
            using var without = await _vts.ExpectProblemAsync(401, "token_missing", path + query, token: null);
            Assert.DoesNotContain("a-known-token", await with.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_line_over_8_kb_is_a_414_and_one_just_under_is_answered()
    {
        using var over = await _vts.ExpectProblemAsync(414, "request_line_too_long", "/cards/" + new string('a', 8300));
        using var far = await _vts.ExpectProblemAsync(414, "request_line_too_long", "/cards?" + new string('a', 9_500));
        using var under = await _vts.ExpectProblemAsync(404, "card_not_found", "/cards/" + new string('a', 8000));
    }

    [Fact]
    public async Task Headers_over_8_kb_are_a_431_whether_few_or_many()
    {
        using var large = await SendAsync([("x-filler", new string('a', 9000))]);
        await ProblemAssert.IsAsync(431, "headers_too_large", large);

        using var many = await SendAsync(Enumerable.Range(0, 550).Select(i => ($"x-filler-{i}", "a")));
        await ProblemAssert.IsAsync(431, "headers_too_large", many);

        using var fine = await SendAsync([("x-filler", new string('a', 7000))]);
        Assert.Equal(200, (int)fine.StatusCode);
    }

    [Fact]
    public async Task Whatever_the_id_the_answer_is_a_404_and_extend_is_asked_nothing_it_should_not_be()
    {
        await _vts.Simulator.ForgetRequestsAsync();
        var odd = Gen.OneOf(
            Gen.String[Gen.Char, 1, 60],
            Gen.String[Gen.Char["./\\%\0;?#@:*~ \r\n\té😀"], 1, 30],
            Gen.Int[0, Hostile.Length - 1].Select(i => Hostile[i]));
        await odd.SampleAsync(async id =>
        {
            foreach (var suffix in new[] { "", "/transactions" })
            {
                using var response = await _vts.SendAsync("/cards/" + Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(id))) + suffix);
                Assert.InRange((int)response.StatusCode, 200, 499);
            }
        }, iter: 400, threads: 2);

        Assert.All(await _vts.Simulator.RequestsAsync(), request => Assert.Matches("^GET /(virtualcards|reports/transactions/v2)(/vc_[0-9A-Za-z]{22})?$", request));
    }

    [Fact]
    public async Task Whatever_bytes_stand_in_path_query_or_headers_no_answer_is_a_fault_of_ours_and_none_is_missing()
    {
        var bytes = Gen.Byte.Array[0, 60];
        await Gen.Select(bytes, bytes, bytes, Gen.Bool).SampleAsync(async (path, query, header, raw) =>
        {
            byte[] request =
            [
                .. "GET /cards/"u8, .. raw ? path : Escaped(path), .. "?"u8, .. raw ? query : Escaped(query), .. " HTTP/1.1\r\nHost: x\r\ntoken: a-known-token\r\nx-odd: "u8,
                .. header.Where(b => b is not (byte)'\r' and not (byte)'\n'), .. "\r\nConnection: close\r\n\r\n"u8,
            ];
            var answer = await RawHttp.SendAsync(_vts.Address, request);
            
            // 505 is the web server's own word for bytes that make another version of HTTP of the request.
            Assert.Matches("^(HTTP/1.1 ([1-4]|505)|$)", answer);
        }, iter: 400, threads: 2);
    }

    [Theory]
    [InlineData("GET /cards HTTP/1.0\r\ntoken: a-known-token\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("GET /cards HTTP/1.1\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /cards HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n", "HTTP/1.1 4")]
    [InlineData("GET http://evil.example/cards HTTP/1.1\r\nHost: evil.example\r\ntoken: a-known-token\r\nConnection: close\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("nonsense\r\n\r\n", "HTTP/1.1 400")]
    public async Task Odd_http_is_answered_plainly(string request, string expected) =>
        Assert.StartsWith(expected, await RawHttp.SendAsync(_vts.Address, Encoding.Latin1.GetBytes(request)));

    [Fact]
    public async Task Every_answer_names_its_request_and_may_not_be_sniffed_nor_kept_by_others()
    {
        foreach (var path in new[] { "/cards", "/cards/x", "/nothing", "/health/live", "/swagger.yaml" })
        {
            using var response = await _vts.SendAsync(path);

            Assert.Matches("^[0-9a-f-]{32,36}$", response.Headers.GetValues("x-request-id").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal(path == "/cards" ? "no-cache, private" : "no-store", response.Headers.CacheControl!.ToString());
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    private static byte[] Escaped(byte[] bytes) => Encoding.ASCII.GetBytes(string.Concat(bytes.Select(b => $"%{b:x2}")));

    private Task<HttpResponseMessage> SendAsync(IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/cards/vc_A681POqRINI7goyrCNPff7");
        request.Headers.Add("token", VtsApp.Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return _vts.Http.SendAsync(request);
    }
}
