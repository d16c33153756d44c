using System.Globalization;
using CsCheck;
using Extend.Connections;
using Extend.Sessions;
using Vts.Testing.Hostile;

namespace Extend.Tests.Hostile;

/// <summary>Whatever stands in Extend's header fields and tokens, it is a value or none.</summary>
public sealed class HeadersTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_retry_after_says_it_is_a_wait_or_none() => Headers(
        "Retry-After",
        ["120", "Sun, 01 Mar 2026 12:05:00 GMT", "0", "2147483648", "-1", "1.5"],
        headers => Assert.False(RetryAfter.Read(headers, Now) < TimeSpan.Zero));

    [Fact]
    public void Whatever_remains_is_a_number_that_is_not_negative_or_none() => Headers(
        "x-rate-limit-remaining", ["499", "0", "2147483647", "1e3"], headers => Assert.False(RateLimitRemaining.Read(headers) < 0));

    [Fact]
    public void Whatever_a_token_claims_it_lives_no_longer_than_ten_minutes_and_not_less_than_nothing() => Gen.Int.Sample(
        seed =>
        {
            var claims = Mutated.Of(seed, """{"exp":1773490140,"iat":1773489600}""", """{"exp":1773490140}""", """{"\u0065xp":1e9,"iat":-1,"sub":"é"}""");
            var token = Mutated.TextOf(seed, $"eyJhbGciOiJIUzI1NiJ9.{System.Buffers.Text.Base64Url.EncodeToString(claims)}.c2ln");
            foreach (var text in new[] { token, $"a.{System.Buffers.Text.Base64Url.EncodeToString(claims)}.b" })
            {
                Parsing.Holds(claims, () => Assert.InRange(TokenLifetime.Read(text, Now), TimeSpan.Zero, TokenLifetime.Longest), _ => false);
            }
        },
        iter: 5000);

    private static void Headers(string name, string[] samples, Action<System.Net.Http.Headers.HttpResponseHeaders> read) => Gen.Int.Sample(
        seed =>
        {
            var value = seed % 3 == 0 ? seed.ToString(CultureInfo.InvariantCulture) : Mutated.TextOf(seed, samples);
            using var response = new HttpResponseMessage();
            response.Headers.TryAddWithoutValidation(name, value.ReplaceLineEndings(""));
            Parsing.Holds(System.Text.Encoding.UTF8.GetBytes(value), () => read(response.Headers), _ => false);
        },
        iter: 3000);
}
