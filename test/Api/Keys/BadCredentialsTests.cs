using System.Text;
using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Keys;

/// <summary>
/// Everything that opens nothing: each a 401 problem that names the scheme, asks nothing of Extend and leaves nothing of itself in the
/// log. Sent over a bare socket, byte for byte.
/// </summary>
public sealed class BadCredentialsTests(KeyService keys) : IClassFixture<KeyService>
{
    private static string Live => KeyService.Live;

    private static readonly Dictionary<string, (string Code, string Headers)> Table = new(StringComparer.Ordinal)
    {
        ["nothing at all"] = ("token_missing", ""),
        ["an empty token"] = ("token_missing", "token:"),
        ["a token of spaces"] = ("token_missing", "token:    "),
        ["another header"] = ("token_missing", $"x-token: {Live}"),
        ["another header of keys"] = ("token_missing", $"x-api-key: {Live}"),
        ["a cookie"] = ("token_missing", $"Cookie: token={Live}"),
        ["the header token twice"] = ("token_ambiguous", $"token: {Live}\r\ntoken: {Live}"),
        ["the header token twice, once wrong"] = ("token_ambiguous", $"token: wrong\r\ntoken: {Live}"),
        ["the header token twice, once empty"] = ("token_ambiguous", $"token: \r\ntoken: {Live}"),
        ["the header token in two cases"] = ("token_ambiguous", $"token: {Live}\r\nTOKEN: {Live}"),
        ["Authorization twice"] = ("token_ambiguous", $"Authorization: Bearer {Live}\r\nAuthorization: Bearer {Live}"),
        ["Authorization twice, once Basic"] = ("token_ambiguous", $"Authorization: Basic YTpi\r\nAuthorization: Bearer {Live}"),
        ["both headers"] = ("token_ambiguous", $"token: {Live}\r\nAuthorization: Bearer {Live}"),
        ["both headers, one wrong"] = ("token_ambiguous", $"token: {Live}\r\nAuthorization: Bearer wrong"),
        ["an unknown key"] = ("token_invalid", $"token: {KeyService.Unknown}"),
        ["an unknown key as Bearer"] = ("token_invalid", $"Authorization: Bearer {KeyService.Unknown}"),
        ["a revoked key"] = ("token_invalid", $"token: {KeyService.Revoked}"),
        ["a revoked key as Bearer"] = ("token_invalid", $"Authorization: Bearer {KeyService.Revoked}"),
        ["an expired key"] = ("token_invalid", $"token: {KeyService.Expired}"),
        ["a key that is not valid yet"] = ("token_invalid", $"token: {KeyService.NotYetValid}"),
        ["a key of an account that is not configured"] = ("token_invalid", $"token: {KeyService.Elsewhere}"),
        ["a wrong checksum"] = ("token_invalid", $"token: {Live[..^1]}{(Live[^1] == 'x' ? 'y' : 'x')}"),
        ["a wrong first letter"] = ("token_invalid", $"token: vts_{(Live[4] == 'x' ? 'y' : 'x')}{Live[5..]}"),
        ["a key in capitals"] = ("token_invalid", $"token: {Live.ToUpperInvariant()}"),
        ["a key without its prefix"] = ("token_invalid", $"token: {Live[4..]}"),
        ["the prefix alone"] = ("token_invalid", "token: vts_"),
        ["one letter too few"] = ("token_invalid", $"token: {Live[..^1]}"),
        ["one letter too many"] = ("token_invalid", $"token: {Live}0"),
        ["the key and its double"] = ("token_invalid", $"token: {Live}{Live}"),
        ["two keys in one header"] = ("token_invalid", $"token: {Live}, {Live}"),
        ["two keys in one header without a space"] = ("token_invalid", $"token: {Live},{Live}"),
        ["a key in quotes"] = ("token_invalid", $"token: \"{Live}\""),
        ["a key with a scheme in the header token"] = ("token_invalid", $"token: Bearer {Live}"),
        ["a key with a space encoded behind it"] = ("token_invalid", $"token: {Live}%20"),
        ["a key with a no-break space behind it"] = ("token_invalid", $"token: {Live}\u00C2\u00A0"),
        ["a space within the key"] = ("token_invalid", $"token: {Live[..20]} {Live[20..]}"),
        ["a tab within the key"] = ("token_invalid", $"token: {Live[..20]}\t{Live[20..]}"),
        ["text behind the key"] = ("token_invalid", $"Authorization: Bearer {Live} x"),
        ["another script"] = ("token_invalid", $"token: {Latin1OfUtf8("日本語")}"),
        ["a letter that looks like one"] = ("token_invalid", $"token: {Latin1OfUtf8(string.Concat("vtѕ_", Live.AsSpan(4)))}"),
        ["Basic"] = ("token_invalid", $"Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Live}:"))}"),
        ["Digest"] = ("token_invalid", $"Authorization: Digest username=\"{Live}\""),
        ["the key without a scheme"] = ("token_invalid", $"Authorization: {Live}"),
        ["the scheme without a key"] = ("token_invalid", "Authorization: Bearer"),
        ["another scheme that starts alike"] = ("token_invalid", $"Authorization: BearerToken {Live}"),
        ["a tab behind the scheme"] = ("token_invalid", $"Authorization: Bearer\t{Live}"),
        ["Authorization empty"] = ("token_invalid", "Authorization:"),
        ["a key's id"] = ("token_invalid", "token: key_0123456789ABCDEF"),
        ["a key's hash"] = ("token_invalid", $"token: {Callers.KnownCallers.Hash(Live)}"),
        ["a token of 7,900 letters"] = ("token_invalid", $"token: {new string('a', 7900)}"),
        ["a key and 7,800 letters"] = ("token_invalid", $"token: {Live}{new string('a', 7800)}"),
    };

    public static TheoryData<string> Cases => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_is_a_401_that_names_the_scheme_asks_nothing_of_extend_and_is_not_logged(string which)
    {
        var (code, headers) = Table[which];
        var before = (await keys.App.Simulator.RequestsAsync()).Length;

        var answer = await SendAsync(headers);

        Assert.True(answer.StartsWith("HTTP/1.1 401 ", StringComparison.Ordinal), $"{which}: {answer}");
        var problem = JsonNode.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)])!;
        Assert.Equal((code, 401), ((string?)problem["code"], (int?)problem["status"]));
        Assert.Contains("application/problem+json", answer);
        Assert.Contains(code == "token_missing" ? "WWW-Authenticate: Bearer realm=\"vts\"\r\n" : "WWW-Authenticate: Bearer realm=\"vts\", error=\"invalid_token\"", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, (await keys.App.Simulator.RequestsAsync()).Length);
        foreach (var secret in new[] { Live, KeyService.Revoked, KeyService.Expired, KeyService.NotYetValid, KeyService.Unknown, KeyService.Elsewhere })
        {
            Assert.DoesNotContain(secret[4..20], answer + keys.App.Log, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Callers.KnownCallers.Hash(secret)[..16], answer + keys.App.Log, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("token: {0}")]
    [InlineData("Token:{0}")]
    [InlineData("token: {0}   ")]
    [InlineData("Authorization: Bearer {0}")]
    [InlineData("authorization: bearer {0} ")]
    [InlineData("Authorization: BEARER   {0}")]
    public async Task A_live_key_opens_in_either_header_and_HTTP_itself_takes_away_the_spaces_around_a_value(string header) =>
        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync(header.Replace("{0}", Live, StringComparison.Ordinal)));

    [Theory(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    [InlineData("token: \u00FF\u00FE")]
    [InlineData("Authorization: Bearer \u00C3\u0028")]
    public async Task Bytes_that_are_no_text_are_a_401_too(string header)
    {
        var answer = await SendAsync(header);

        Assert.StartsWith("HTTP/1.1 401 ", answer);
        Assert.Contains("\"code\":\"token_invalid\"", answer);
    }

    [Fact]
    public async Task A_token_longer_than_all_headers_may_be_is_told_so()
    {
        var answer = await SendAsync($"token: {new string('a', 9000)}");

        Assert.StartsWith("HTTP/1.1 431 ", answer);
    }

    private static string Latin1OfUtf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private Task<string> SendAsync(string headers) => RawHttp.SendAsync(
        keys.App.Address,
        Encoding.Latin1.GetBytes($"GET /cards/vc_A681POqRINI7goyrCNPff7 HTTP/1.1\r\nHost: x\r\n{headers}{(headers.Length > 0 ? "\r\n" : "")}Connection: close\r\n\r\n"));
}
