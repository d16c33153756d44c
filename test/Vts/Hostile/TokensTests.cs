using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Vts.Callers;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;
using Vts.Testing;
using Vts.Testing.Hostile;
using Vts.Tests.Callers.Issuers;

namespace Vts.Tests.Hostile;

/// <summary>Whatever is sent for a token or published for a key, it opens nothing and breaks nothing.</summary>
public sealed class TokensTests
{
    private const string Ec = """{"kty":"EC","kid":"two","use":"sig","crv":"P-256","x":"WKn-ZIGevcwGIyyrzFoZNBdaq9_TsqzGl96oc0CWuis","y":"y77t-RvAHRKTsSGdIYUfweuOvwrvDD-Q3Hv5J0fSKbE"}""";

    [Fact]
    public void Whatever_the_header_fields_hold_there_is_one_token_or_a_reason() =>
        Gen.Select(Gen.OneOf("Bearer a", "bearer  b", "Basic YQ==", "", " ").Array[0, 3], Gen.String[0, 20].Array[0, 3], Gen.Int).Sample((authorization, token, seed) =>
        {
            var headers = new HeaderDictionary { ["token"] = token };
            headers.Append("Authorization", new([.. authorization.Select(text => Mutated.TextOf(seed, text))]));
            var read = CallerToken.Read(headers);
            Assert.True(read.Value is { Length: > 0 } || read.Reason is RefusalReason.Missing or RefusalReason.WrongScheme or RefusalReason.Ambiguous);
        });

    [Fact]
    public void Whatever_a_key_is_changed_to_it_is_a_key_no_more() => Gen.Int.Sample(seed =>
    {
        var key = ApiKey.New();
        var changed = Mutated.TextOf(seed, key);
        return changed == key || !ApiKey.IsWellFormed(changed);
    });

    [Fact]
    public async Task Whatever_the_parts_of_a_JWT_say_it_is_refused_with_a_reason()
    {
        await using var world = await IssuerWorld.StartAsync();
        var parts = world.Issuer.Token().Split('.');
        var (header, payload) = (Decoded(parts[0]), Decoded(parts[1]));
        Gen.Select(Gen.Int, Gen.Bool, Gen.Bool).Sample((seed, isHeader, isPayload) =>
        {
            var token = $"{(isHeader ? Encoded(Mutated.Of(seed, header)) : parts[0])}.{(isPayload ? Encoded(Mutated.Of(seed, payload, header)) : parts[1])}.{parts[2]}";
            var refused = world.RefusedAsync(token).GetAwaiter().GetResult();
            Assert.True(refused is not null || token == string.Join('.', parts), token);
        });
    }

    [Fact]
    public async Task Whatever_an_issuer_publishes_it_is_keys_or_none()
    {
        await using var issuer = await TestIssuer.StartAsync();
        var right = issuer.Published!.ToJsonString();
        Assert.Equal(2, Keys($$"""{"keys":[{{right[9..^2]}},{{Ec}}]}""").Validations.Count);
        Gen.Int.Sample(
            seed =>
            {
                var json = Mutated.Of(seed, right, $$"""{"keys":[{{Ec}},{{Ec}}]}""");
                Parsing.Holds(json, () => Keys(json), fault => fault is IssuerDiscoveryException or JsonException);
            },
            iter: 2000);
    }

    private static IssuerKeySet Keys(string json) => Keys(Encoding.UTF8.GetBytes(json));

    private static IssuerKeySet Keys(byte[] json) => IssuerKeySet.Of(JsonElement.Parse(json), new IssuerOptions { Authority = "https://idp.example" }, default);

    private static string Decoded(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));

    private static string Encoded(byte[] part) => Base64Url.EncodeToString(part) is { Length: > 0 } text ? text : "A";
}
