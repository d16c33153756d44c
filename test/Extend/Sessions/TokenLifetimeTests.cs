using System.Buffers.Text;
using System.Text;
using CsCheck;
using Extend.Sessions;

namespace Extend.Tests.Sessions;

public sealed class TokenLifetimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_jwt_is_used_for_its_own_life_less_a_tenth() =>
        Assert.Equal(TimeSpan.FromSeconds(54), TokenLifetime.Read(Jwt($$"""{"iat":{{Now.ToUnixTimeSeconds()}},"exp":{{Now.ToUnixTimeSeconds() + 60}}}"""), Now));

    [Fact]
    public void A_clock_an_hour_off_does_not_change_that()
    {
        var theirs = Now.ToUnixTimeSeconds() - 3600;

        Assert.Equal(TimeSpan.FromSeconds(54), TokenLifetime.Read(Jwt($$"""{"iat":{{theirs}},"exp":{{theirs + 60}}}"""), Now));
    }

    [Fact]
    public void A_long_life_is_cut_at_ten_minutes() =>
        Assert.Equal(TimeSpan.FromSeconds(590), TokenLifetime.Read(Jwt($$"""{"iat":{{Now.ToUnixTimeSeconds()}},"exp":{{Now.ToUnixTimeSeconds() + 86400}}}"""), Now));

    [Fact]
    public void Without_iat_the_life_is_counted_from_now() =>
        Assert.Equal(TimeSpan.FromSeconds(90), TokenLifetime.Read(Jwt($$"""{"exp":{{Now.ToUnixTimeSeconds() + 100}}}"""), Now));

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("...")]
    [InlineData("")]
    public void An_opaque_token_is_used_for_ten_minutes(string token) => Assert.Equal(TimeSpan.FromSeconds(590), TokenLifetime.Read(token, Now));

    [Theory]
    [InlineData("""{"exp":"soon"}""")]
    [InlineData("""{"exp":-1,"iat":5}""")]
    [InlineData("""{"exp":5,"iat":5}""")]
    [InlineData("""{"exp":1773489600}""")]
    [InlineData("""{"exp":1e400,"iat":0}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"\ud800":1}""")]
    public void Claims_that_make_no_sense_count_as_opaque(string payload) => Assert.Equal(TimeSpan.FromSeconds(590), TokenLifetime.Read(Jwt(payload), Now));

    [Fact]
    public void Any_text_gives_a_life_between_nothing_and_ten_minutes() =>
        Gen.String.Sample(text => TokenLifetime.Read(Jwt(text), Now) is var life && life > TimeSpan.Zero && life <= TokenLifetime.Longest);

    private static string Jwt(string payload) => $"eyJhbGciOiJub25lIn0.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.x";
}
