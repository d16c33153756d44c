using System.Text;
using Vts.Callers;

namespace Vts.Api.Tests;

public sealed class CallersTests(DemoService demo) : IClassFixture<DemoService>
{
    private readonly VtsApp _vts = demo.App;

    [Theory]
    [InlineData("token", VtsApp.Token)]
    [InlineData("Token", VtsApp.Token)]
    [InlineData("Authorization", "Bearer " + VtsApp.Token)]
    [InlineData("authorization", "bearer " + VtsApp.Token)]
    public async Task A_known_token_is_accepted_in_either_header(string header, string value) =>
        Assert.Equal(200, await StatusAsync((header, value)));

    [Theory]
    [InlineData("token_invalid", "token", "wrong")]
    [InlineData("token_invalid", "token", "A-KNOWN-TOKEN")]
    [InlineData("token_invalid", "token", "a-known-token,a-known-token")]
    [InlineData("token_invalid", "token", "demo")]
    [InlineData("token_invalid", "token", "Bearer a-known-token")]
    [InlineData("token_invalid", "token", "日本語")]
    [InlineData("token_missing", "token", "")]
    [InlineData("token_invalid", "Authorization", "Bearer ")]
    [InlineData("token_invalid", "Authorization", "Bearer wrong")]
    [InlineData("token_invalid", "Authorization", "Basic YTpi")]
    [InlineData("token_invalid", "Authorization", "a-known-token")]
    [InlineData("token_invalid", "Authorization", "Bearer a-known-token x")]
    [InlineData("token_missing", "Tokens", "a-known-token")]
    public async Task Any_other_is_a_401_that_asks_nothing_of_extend(string code, string header, string value)
    {
        var before = (await _vts.Simulator.RequestsAsync()).Length;
        using var response = await SendAsync((header, value));

        await ProblemAssert.IsAsync(401, code, response);
        Assert.StartsWith("Bearer realm=\"vts\"", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(before, (await _vts.Simulator.RequestsAsync()).Length);
    }

    [Fact]
    public async Task No_token_at_all_is_a_401_that_says_where_to_put_it()
    {
        using var response = await _vts.ExpectProblemAsync(401, "token_missing", "/cards", token: null);
    }

    [Theory]
    [InlineData("token: a-known-token\r\nAuthorization: Bearer a-known-token")]
    [InlineData("token: a-known-token\r\ntoken: a-known-token")]
    [InlineData("Authorization: Bearer a-known-token\r\nAuthorization: Bearer a-known-token")]
    public async Task Two_tokens_are_a_401_even_where_both_are_right(string headers)
    {
        var answer = await RawAsync($"GET /cards HTTP/1.1\r\nHost: x\r\n{headers}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 401 ", answer);
        Assert.Contains("\"code\":\"token_ambiguous\"", answer);
    }

    [Fact]
    public async Task The_demo_token_is_unknown_where_an_account_is_configured()
    {
        using var response = await _vts.ExpectProblemAsync(401, "token_invalid", "/cards", token: "demo");
    }

    [Fact]
    public async Task Each_caller_reads_its_own_accounts_cards_and_none_of_the_others()
    {
        await using var vts = await VtsApp.StartAsync(settings:
        [
            ("Extend:Accounts:second:ApiKey", "apik_other"), ("Extend:Accounts:second:ApiSecret", "other"),
            ("Callers:1:Name", "second"), ("Callers:1:TokenSha256", KnownCallers.Hash("second-token")), ("Callers:1:Account", "second"),
        ]);
        var others = (await vts.Simulator.CardsAsync("other")).Select(card => (string)card!["id"]!).ToHashSet();

        using var first = await vts.SendAsync("/cards");
        using var second = await vts.SendAsync("/cards", token: "second-token");
        using var foreign = await vts.ExpectProblemAsync(404, "card_not_found", $"/cards/{others.First()}/transactions");

        var (ofFirst, ofSecond) = (await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.DoesNotContain(others, id => ofFirst.Contains(id));
        Assert.All(others, id => Assert.Contains(id, ofSecond));
    }

    private async Task<int> StatusAsync((string Name, string Value) header)
    {
        using var response = await SendAsync(header);
        return (int)response.StatusCode;
    }

    private Task<HttpResponseMessage> SendAsync((string Name, string Value) header)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/cards/vc_A681POqRINI7goyrCNPff7");
        request.Headers.TryAddWithoutValidation(header.Name, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(header.Value)));
        return _vts.Http.SendAsync(request);
    }

    private Task<string> RawAsync(string request) => RawHttp.SendAsync(_vts.Address, Encoding.Latin1.GetBytes(request));
}
