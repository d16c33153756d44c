using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Vts.Testing;

namespace Vts.Api.Tests.Issuers;

/// <summary>
/// JWTs that open nothing: each a 401 problem that names the scheme, asks nothing of Extend, nothing of anybody but the issuer that is
/// configured, and leaves nothing of itself in the log.
/// </summary>
public sealed class BadTokensTests(TrustingService service) : IClassFixture<TrustingService>
{
    private static readonly long Now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    private static readonly Dictionary<string, Func<TrustingService, string>> Table = new(StringComparer.Ordinal)
    {
        ["alg none, unsigned"] = s => $"{TestIssuer.Part(Header(alg: "none"))}.{Payload(s)}.",
        ["alg none with a signature"] = s => s.Issuer.Token(header: header => header["alg"] = "none"),
        ["alg None"] = s => s.Issuer.Token(header: header => header["alg"] = "None"),
        ["alg missing"] = s => s.Issuer.Token(header: header => header.Remove("alg")),
        ["alg a number"] = s => s.Issuer.Token(header: header => header["alg"] = 256),
        ["alg of another kind of key"] = s => s.Issuer.Token(header: header => header["alg"] = "ES256"),
        ["alg of another padding"] = s => s.Issuer.Token(header: header => header["alg"] = "PS256"),
        ["HS256 signed with the public key in PEM"] = s => Hmac(s, s.Issuer.Key.ExportSubjectPublicKeyInfoPem()),
        ["HS256 signed with the public key in PKCS 1"] = s => Hmac(s, s.Issuer.Key.ExportRSAPublicKeyPem()),
        ["HS256 signed with the published key"] = s => Hmac(s, TestIssuer.Jwk("one", s.Issuer.Key).ToJsonString()),
        ["a wrong issuer"] = s => s.Issuer.Token(claims => claims["iss"] = "https://idp.example"),
        ["an issuer that is another real one"] = s => s.Elsewhere.Token(),
        ["an issuer with a slash"] = s => s.Issuer.Token(claims => claims["iss"] = $"{s.Issuer.Url}/"),
        ["an issuer in capitals"] = s => s.Issuer.Token(claims => claims["iss"] = s.Issuer.Url.ToUpperInvariant()),
        ["an issuer in a list"] = s => s.Issuer.Token(claims => claims["iss"] = new JsonArray(s.Issuer.Url)),
        ["no issuer"] = s => s.Issuer.Token(claims => claims.Remove("iss")),
        ["a wrong audience"] = s => s.Issuer.Token(claims => claims["aud"] = "https://other.example"),
        ["an audience that starts alike"] = s => s.Issuer.Token(claims => claims["aud"] = $"{TestIssuer.Audience}.evil"),
        ["an audience with a slash"] = s => s.Issuer.Token(claims => claims["aud"] = $"{TestIssuer.Audience}/"),
        ["wrong audiences"] = s => s.Issuer.Token(claims => claims["aud"] = new JsonArray("a", "b")),
        ["audiences of which one is none"] = s => s.Issuer.Token(claims => claims["aud"] = new JsonArray(TestIssuer.Audience, 7)),
        ["an audience that is an object"] = s => s.Issuer.Token(claims => claims["aud"] = new JsonObject { [TestIssuer.Audience] = true }),
        ["no audience"] = s => s.Issuer.Token(claims => claims.Remove("aud")),
        ["an unknown kid"] = s => s.Issuer.Token(header: header => header["kid"] = "two"),
        ["a kid that is a path"] = s => s.Issuer.Token(header: header => header["kid"] = "../../../dev/null"),
        ["a kid that is a list"] = s => s.Issuer.Token(header: header => header["kid"] = new JsonArray("one")),
        ["no kid"] = s => s.Issuer.Token(header: header => header.Remove("kid")),
        ["another's signature under a known kid"] = s => s.Issuer.Token(key: s.Stranger),
        ["another's signature under no kid"] = s => s.Issuer.Token(header: header => header.Remove("kid"), key: s.Stranger),
        ["a key embedded in the header"] = s => s.Issuer.Token(header: header => header["jwk"] = TestIssuer.Jwk("one", s.Stranger), key: s.Stranger),
        ["a key embedded in the header under its own kid"] = s => s.Issuer.Token(
            header: header => (header["kid"], header["jwk"]) = ("mine", TestIssuer.Jwk("mine", s.Stranger)), key: s.Stranger),
        ["keys at a place in the header"] = s => s.Elsewhere.Token(claims => claims["iss"] = s.Issuer.Url, header => header["jku"] = $"{s.Elsewhere.Url}/keys"),
        ["keys at a place in the header under their own kid"] = s => s.Elsewhere.Token(
            claims => claims["iss"] = s.Issuer.Url, header => (header["kid"], header["jku"]) = ("mine", $"{s.Elsewhere.Url}/keys")),
        ["a certificate at a place in the header"] = s => s.Elsewhere.Token(claims => claims["iss"] = s.Issuer.Url, header => header["x5u"] = $"{s.Elsewhere.Url}/keys"),
        ["a certificate in the header"] = s => s.Issuer.Token(header: header => header["x5c"] = new JsonArray("MIIB"), key: s.Stranger),
        ["expired"] = s => s.Issuer.Token(claims => claims["exp"] = Now - 120),
        ["exp missing"] = s => s.Issuer.Token(claims => claims.Remove("exp")),
        ["exp null"] = s => s.Issuer.Token(claims => claims["exp"] = null),
        ["exp in text"] = s => s.Issuer.Token(claims => claims["exp"] = $"{Now + 3600}"),
        ["exp in a list"] = s => s.Issuer.Token(claims => claims["exp"] = new JsonArray(Now + 3600)),
        ["exp huge"] = s => s.Issuer.Token(claims => claims["exp"] = 1e30),
        ["exp the largest number"] = s => s.Issuer.Token(claims => claims["exp"] = long.MaxValue),
        ["exp beyond all numbers"] = s => s.Issuer.Sign(Header(), Claims(s, claims => claims["exp"] = 7).Replace(":7", ":1e999", StringComparison.Ordinal)),
        ["exp negative"] = s => s.Issuer.Token(claims => claims["exp"] = -1),
        ["exp zero"] = s => s.Issuer.Token(claims => claims["exp"] = 0),
        ["not yet valid"] = s => s.Issuer.Token(claims => claims["nbf"] = Now + 600),
        ["nbf in text"] = s => s.Issuer.Token(claims => claims["nbf"] = "0"),
        ["issued in time to come"] = s => s.Issuer.Token(claims => claims["iat"] = Now + 600),
        ["iat an object"] = s => s.Issuer.Token(claims => claims["iat"] = new JsonObject()),
        ["sub missing"] = s => s.Issuer.Token(claims => claims.Remove("sub")),
        ["sub empty"] = s => s.Issuer.Token(claims => claims["sub"] = ""),
        ["sub a list"] = s => s.Issuer.Token(claims => claims["sub"] = new JsonArray("robot")),
        ["sub an object"] = s => s.Issuer.Token(claims => claims["sub"] = new JsonObject()),
        ["sub a number"] = s => s.Issuer.Token(claims => claims["sub"] = 7),
        ["an ID token by its nonce"] = s => s.Issuer.Token(claims => claims["nonce"] = "n"),
        ["an ID token by its nonce, which is null"] = s => s.Issuer.Token(claims => claims["nonce"] = null),
        ["an ID token by its at_hash"] = s => s.Issuer.Token(claims => claims["at_hash"] = "h"),
        ["an ID token by its c_hash"] = s => s.Issuer.Token(claims => claims["c_hash"] = "h"),
        ["an ID token by its token_use"] = s => s.Issuer.Token(claims => claims["token_use"] = "id"),
        ["typ JWT"] = s => s.Issuer.Token(header: header => header["typ"] = "JWT"),
        ["typ missing"] = s => s.Issuer.Token(header: header => header.Remove("typ")),
        ["typ of a logout"] = s => s.Issuer.Token(header: header => header["typ"] = "logout+jwt"),
        ["typ a list"] = s => s.Issuer.Token(header: header => header["typ"] = new JsonArray("at+jwt")),
        ["crit"] = s => s.Issuer.Token(header: header => header["crit"] = new JsonArray("exp")),
        ["crit empty"] = s => s.Issuer.Token(header: header => header["crit"] = new JsonArray()),
        ["a payload not encoded"] = s => s.Issuer.Token(header: header => (header["b64"], header["crit"]) = (false, new JsonArray("b64"))),
        ["a payload that was changed"] = s => Swap(s, 1, Payload(s, claims => claims["sub"] = "admin")),
        ["a header that was changed"] = s => Swap(s, 0, TestIssuer.Part(Header(typ: "application/at+jwt"))),
        ["a signature that was changed"] = s => Swap(s, 2, "AAAA" + s.Issuer.Token().Split('.')[2][4..]),
        ["a signature cut short"] = s => s.Issuer.Token()[..^10],
        ["a signature of one letter"] = s => Swap(s, 2, "A"),
        ["a signature with more behind it"] = s => s.Issuer.Token() + "AAAA",
        ["a signature of nulls"] = s => Swap(s, 2, new string('A', 342)),
        ["no signature"] = s => Swap(s, 2, ""),
        ["two parts"] = s => string.Join('.', s.Issuer.Token().Split('.')[..2]),
        ["one part"] = s => s.Issuer.Token().Split('.')[0],
        ["four parts"] = s => s.Issuer.Token() + ".AAAA",
        ["five parts, as if encrypted"] = s => $"{TestIssuer.Part("""{"alg":"RSA-OAEP","enc":"A256GCM","kid":"one"}""")}.AAAA.AAAA.AAAA.AAAA",
        ["two tokens"] = s => $"{s.Issuer.Token()},{s.Issuer.Token()}",
        ["a JWT in a JWT"] = s => s.Issuer.Sign(Header(), $"\"{s.Issuer.Token()}\""),
        ["a payload encoded twice"] = s => s.Issuer.Sign(Header(), Payload(s)),
        ["a payload that is a list"] = s => s.Issuer.Sign(Header(), $"[{Claims(s)}]"),
        ["a payload that is no JSON"] = s => s.Issuer.Sign(Header(), "sub=robot"),
        ["a payload with more behind it"] = s => s.Issuer.Sign(Header(), Claims(s) + "{}"),
        ["a payload with a comment"] = s => s.Issuer.Sign(Header(), "/**/" + Claims(s)),
        ["a header that is no JSON"] = s => s.Issuer.Sign("RS256", Claims(s)),
        ["a payload a thousand deep"] = s => s.Issuer.Sign(Header(), Claims(s)[..^1] + ",\"x\":" + new string('[', 1000) + new string(']', 1000) + "}"),
        ["half a character"] = s => s.Issuer.Sign(Header(), Claims(s).Replace("\"robot\"", "\"\\ud800\"", StringComparison.Ordinal)),
        ["a claim twice"] = s => s.Issuer.Sign(Header(), Claims(s)[..^1] + ",\"sub\":\"robot\"}"),
        ["a claim twice, once by an escape"] = s => s.Issuer.Sign(Header(), Claims(s)[..^1] + ",\"su\\u0062\":\"admin\"}"),
        ["a header twice"] = s => s.Issuer.Sign(Header()[..^1] + ",\"alg\":\"none\"}", Claims(s)),
        ["base64 with padding"] = s => s.Issuer.Token() + "==",
        ["base64 of the other alphabet"] = s => Swap(s, 2, s.Issuer.Token().Split('.')[2].Replace('-', '+').Replace('_', '/') + "+/"),
        ["a space within"] = s => s.Issuer.Token().Insert(40, " "),
        ["quotes around"] = s => $"\"{s.Issuer.Token()}\"",
        ["the scheme within"] = s => $"Bearer {s.Issuer.Token()}",
    };

    public static TheoryData<string> Cases => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_is_a_401_that_asks_nobody_but_the_issuer_and_is_not_logged(string which)
    {
        var token = Table[which](service);
        using (var good = await service.App.SendAsync("/me", service.Issuer.Token()))
        {
            Assert.True((int)good.StatusCode == 200, await good.Content.ReadAsStringAsync());
        }

        using var asHeader = await service.App.ExpectProblemAsync(401, "token_invalid", "/me", token);
        using var asBearer = await service.App.SendAsync("/cards", token: null, headers: ("Authorization", $"Bearer {token}"));

        Assert.Equal(401, (int)asBearer.StatusCode);
        Assert.Equal("Bearer realm=\"vts\", error=\"invalid_token\"", asHeader.Headers.WwwAuthenticate.ToString());
        Assert.Empty(await service.App.Simulator.RequestsAsync());
        Assert.Empty(service.Elsewhere.Asked);
        Assert.All(service.Issuer.Asked, path => Assert.True(path is "/.well-known/openid-configuration" or "/keys", path));
        var log = service.App.Log;
        Assert.All(token.Split('.').Where(part => part.Length > 30), part => Assert.DoesNotContain(part[^30..], log));
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Table.Count >= 40);

    [Theory]
    [InlineData("aud", """["https://other.example","https://vts.example"]""")]
    [InlineData("nbf", "0")]
    [InlineData("iat", "0.5")]
    [InlineData("jti", "\"x\"")]
    [InlineData("filler", "{\"a\":[1,2,{\"b\":null}]}")]
    public async Task What_a_good_one_may_have_besides_does_no_harm(string claim, string json)
    {
        using var response = await service.App.SendAsync("/me", service.Issuer.Token(claims => claims[claim] = JsonNode.Parse(json)));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("AT+JWT")]
    [InlineData("application/at+jwt")]
    public async Task The_type_of_an_access_token_may_be_written_in_full_and_in_any_case(string type)
    {
        using var response = await service.App.SendAsync("/me", service.Issuer.Token(header: header => header["typ"] = type));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Clocks_may_differ_by_a_minute()
    {
        using var ended = await service.App.SendAsync("/me", service.Issuer.Token(claims => claims["exp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 20));
        using var begins = await service.App.SendAsync("/me", service.Issuer.Token(claims => claims["nbf"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 50));

        Assert.Equal((200, 200), ((int)ended.StatusCode, (int)begins.StatusCode));
    }

    private static string Header(string alg = "RS256", string typ = "at+jwt") =>
        $$"""{"alg":"{{alg}}","typ":"{{typ}}","kid":"one"}""";

    private static string Claims(TrustingService service, Action<JsonObject>? change = null) =>
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(service.Issuer.Token(change).Split('.')[1]));

    private static string Payload(TrustingService service, Action<JsonObject>? change = null) => TestIssuer.Part(Claims(service, change));

    private static string Swap(TrustingService service, int part, string with)
    {
        var parts = service.Issuer.Token().Split('.');
        parts[part] = with;
        return string.Join('.', parts);
    }

    private static string Hmac(TrustingService service, string key)
    {
        var text = $"{TestIssuer.Part(Header(alg: "HS256"))}.{Payload(service)}";
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(text)))}";
    }
}
