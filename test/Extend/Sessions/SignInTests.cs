using System.Net;

namespace Extend.Tests.Sessions;

public sealed class SignInTests
{
    private const int LongestToken = 16 * 1024;

    [Theory]
    [InlineData("!")]
    [InlineData("a.b~c")]
    public async Task A_token_is_taken_as_it_is(string token) => Assert.Equal(token, await TokenAsync(token));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("ab ")]
    [InlineData("a\\r\\nb")]
    [InlineData("a\\u007f")]
    [InlineData("\u00e9")]
    public async Task A_token_that_could_not_stand_in_a_header_is_none(string token) =>
        Assert.Equal(ExtendFault.SignInNeedsCode, (await Assert.ThrowsAsync<ExtendException>(() => TokenAsync(token))).Fault);

    [Fact]
    public async Task A_token_is_no_longer_than_any_store_takes()
    {
        var longest = new string('x', LongestToken);

        Assert.Equal(longest, await TokenAsync(longest));
        await Assert.ThrowsAsync<ExtendException>(() => TokenAsync(longest + "x"));
    }

    [Theory]
    [InlineData(LongestToken, true)]
    [InlineData(LongestToken + 1, false)]
    public async Task A_refresh_token_that_is_too_long_is_none_and_the_session_is_one_all_the_same(int length, bool isTaken)
    {
        using var world = new SessionWorld();
        var refresh = new string('r', length);
        world.Answers = _ => SessionWorld.Json($$"""{"token":"t","refreshToken":"{{refresh}}"}""");

        Assert.Equal(isTaken ? refresh : null, (await world.SignIn.WithPasswordAsync(default)).RefreshToken);
    }

    [Fact]
    public async Task A_body_is_sent_with_its_length()
    {
        using var world = new SessionWorld();
        await world.SignIn.WithPasswordAsync(default);
        await world.SignIn.WithRefreshTokenAsync("r", default);

        Assert.Equal(
            [("/signin", """{"email":"a@example.com","password":"p"}""".Length), ("/renewauth", """{"refreshToken":"r"}""".Length)],
            world.Calls.Select(call => (call.Path, (int)call.Length!)));
    }

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("{}", HttpStatusCode.OK)]
    [InlineData("""{"token":"a b"}""", HttpStatusCode.OK)]
    [InlineData("<html>", HttpStatusCode.BadGateway)]
    public async Task A_renewal_that_Extend_does_not_make_is_none(string body, HttpStatusCode status)
    {
        using var world = new SessionWorld();
        world.Answers = _ => SessionWorld.Json(body, status);

        Assert.Null(await world.SignIn.WithRefreshTokenAsync("r", default));
    }

    [Fact]
    public async Task A_page_for_browsers_at_a_renewal_is_a_challenge()
    {
        using var world = new SessionWorld();
        world.Answers = _ => SessionWorld.Json("<html>");

        var challenge = await Assert.ThrowsAsync<ExtendException>(() => world.SignIn.WithRefreshTokenAsync("r", default));

        Assert.Equal((ExtendFault.SignInChallenged, (int?)200), (challenge.Fault, challenge.Status));
    }

    private static async Task<string?> TokenAsync(string token)
    {
        using var world = new SessionWorld();
        world.Answers = _ => SessionWorld.Json($$"""{"token":"{{token}}","refreshToken":"r"}""");
        return (await world.SignIn.WithPasswordAsync(default)).Token;
    }
}
