using System.Text;
using CsCheck;
using Vts.Callers;
using Vts.Callers.Issuers;
using Vts.Testing;

namespace Vts.Tests.Callers.Issuers;

public sealed class OddTokenTests
{
    [Theory]
    [InlineData("a.b.c", true)]
    [InlineData("eyJ.eyJ.AA-_", true)]
    [InlineData("", false)]
    [InlineData("..", false)]
    [InlineData("a.b", false)]
    [InlineData("a.b.", false)]
    [InlineData(".b.c", false)]
    [InlineData("a..c", false)]
    [InlineData("a.b.c.d", false)]
    [InlineData("a.b.c.d.e", false)]
    [InlineData("a.b.c=", false)]
    [InlineData("a.b.c d", false)]
    [InlineData("a+.b.c", false)]
    [InlineData("vts_0123456789", false)]
    public void Three_parts_in_base64url_have_the_form_of_a_JWT(string token, bool isForm) => Assert.Equal(isForm, Jwt.IsForm(token));

    [Theory]
    [InlineData(5000, null)]
    [InlineData(6000, RefusalReason.Malformed)]
    [InlineData(1_000_000, RefusalReason.Malformed)]
    public async Task A_token_over_8_KB_is_not_read(int filler, RefusalReason? refused)
    {
        await using var world = await IssuerWorld.StartAsync();

        Assert.Equal(refused, await world.RefusedAsync(world.Issuer.Token(claims => claims["filler"] = new string('a', filler))));
    }

    [Fact]
    public async Task Whatever_is_changed_in_a_token_it_opens_nothing_and_breaks_nothing()
    {
        await using var world = await IssuerWorld.StartAsync();
        var token = world.Issuer.Token();
        Assert.NotNull(await world.CallerAsync(token));
        var signature = token.LastIndexOf('.');

        // The last letter of a part holds bits that mean nothing.
        Gen.Select(Gen.Int[0, token.Length - 2].Where(at => at != signature - 1 && at != token.IndexOf('.') - 1), Gen.Char["ABCabc019-_"])
            .Sample((at, letter) =>
            {
                var changed = $"{token[..at]}{letter}{token[(at + 1)..]}";
                return changed == token || !Jwt.IsForm(changed) || world.RefusedAsync(changed).Result is not null;
            });
    }

    [Fact]
    public async Task Whatever_stands_in_the_parts_it_is_refused_with_a_reason()
    {
        await using var world = await IssuerWorld.StartAsync();
        string[] parts =
        [
            "{}", "[]", "null", "1", "\"\"", "{\"alg\":1}", "{\"alg\":\"RS256\",\"kid\":[]}", "{\"iss\":{}}", "{\"\\ud800\":1}", "{\"iss\":\"\\ud800\"}",
            $"{{\"iss\":\"{world.Issuer.Url}\"}}", new string('[', 100),
        ];
        var json = Gen.OneOf(Gen.String[Gen.Char, 0, 60], Gen.Int[0, parts.Length - 1].Select(i => parts[i]));
        Gen.Select(json, json, Gen.Byte.Array[1, 40]).Sample((header, payload, signature) =>
            world.RefusedAsync($"{TestIssuer.Part(header)}A.{TestIssuer.Part(payload)}A.{Convert.ToHexString(signature)}").Result is not null
            && world.RefusedAsync($"{Part(header)}.{Part(payload)}.{Convert.ToHexString(signature)}").Result is not null);
    }

    private static string Part(string json) => json.Length == 0 ? "A" : System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
