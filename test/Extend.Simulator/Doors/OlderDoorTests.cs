using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Simulator.Tests.Doors;

public sealed class OlderDoorTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_opens_the_older_door_until_it_runs_out()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (token, _) = await sim.SignInAsync();

        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(token));
        _clock.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(token));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await sim.WithTokenAsync(token));

        Assert.Equal(["none", "older", "older", "none"], (await sim.ControlAsync("GET", "/requests")).Items().Select(item => item.Text("door")));
    }

    [Fact]
    public async Task The_token_is_a_json_web_token_whose_payload_is_base64url()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (token, _) = await sim.SignInAsync();

        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));

        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), claims.Number("iat"));
        Assert.Equal(_clock.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds(), claims.Number("exp"));
        Assert.Equal((await sim.GetAsync("/users/me")).Text("id"), claims.Text("sub"));
        Assert.ThrowsAny<Exception>(() => JsonElement.Parse(token.Split('.')[1]));
    }

    [Fact]
    public async Task Someone_may_hold_several_tokens_at_once()
    {
        await using var sim = await Sim.StartAsync(_clock);

        var (first, _) = await sim.SignInAsync();
        var (second, _) = await sim.SignInAsync();

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(first));
        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(second));
    }

    [Fact]
    public async Task A_token_that_was_tampered_with_is_401()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (token, _) = await sim.SignInAsync();
        var parts = token.Split('.');
        var claims = Base64Url.DecodeFromChars(parts[1]);
        var longer = Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(claims).Replace("\"exp\":1", "\"exp\":9", StringComparison.Ordinal)));

        string[] forged =
        [
            $"{parts[0]}.{longer}.{parts[2]}", $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}", $"{parts[0]}..{parts[2]}",
            $"{Base64Url.EncodeToString("""{"alg":"none"}"""u8)}.{parts[1]}.", token + "A", token[1..], "x", "..", "~~~.~~~.~~~",
        ];

        foreach (var item in forged)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await sim.WithTokenAsync(item));
        }
    }

    [Fact]
    public async Task A_token_shows_the_cards_of_its_own_company()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (token, _) = await sim.SignInAsync("other");

        Assert.Equal(HttpStatusCode.NotFound, await sim.WithTokenAsync(token, $"/virtualcards/{Sim.TravelCard}"));
    }

    [Fact]
    public async Task The_stray_colon_of_a_published_client_does_no_harm()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (token, _) = await sim.SignInAsync();

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards", null, ("Authorization", $"Bearer: {token}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Renewal_gives_a_new_pair_and_the_old_refresh_token_dies()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (_, refreshToken) = await sim.SignInAsync();

        using var renewed = await RenewAsync(sim, refreshToken);
        using var again = await RenewAsync(sim, refreshToken);

        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        var body = await renewed.JsonAsync();
        Assert.NotEqual(refreshToken, body.Text("refreshToken"));
        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(body.Text("token")));
    }

    [Fact]
    public async Task The_key_is_refreshToken_and_refresh_token_is_not_there()
    {
        await using var sim = await Sim.StartAsync(_clock);
        using var response = await sim.PostAsync("/signin", """{"email":"demo@example.com","password":"demo"}""");
        var body = await response.JsonAsync();

        using var renewed = await sim.PostAsync("/renewauth", $$"""{"refresh_token":"{{body.Text("refreshToken")}}"}""");

        Assert.False(body.Has("refresh_token"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, renewed.StatusCode);
    }

    [Fact]
    public async Task Sign_out_ends_the_refresh_token_it_is_given_and_leaves_the_access_token()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (token, refreshToken) = await sim.SignInAsync();

        using var signedOut = await sim.PostAsync("/signout", $$"""{"refreshToken":"{{refreshToken}}"}""", HttpMethod.Delete, Sim.Bearer(token));
        using var renewed = await RenewAsync(sim, refreshToken);

        Assert.Equal("ok", (await signedOut.JsonAsync()).Text("msg"));
        Assert.Equal(HttpStatusCode.Unauthorized, renewed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(token));
    }

    [Fact]
    public async Task Sign_out_needs_no_body_but_a_token()
    {
        await using var sim = await Sim.StartAsync(_clock);
        var (token, _) = await sim.SignInAsync();

        using var with = await sim.SendAsync(HttpMethod.Delete, "/signout", Sim.Bearer(token));
        using var without = await sim.SendAsync(HttpMethod.Delete, "/signout", authorization: null);

        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
    }

    [Fact]
    public async Task Forgot_says_ok_whoever_asks()
    {
        await using var sim = await Sim.StartAsync(_clock);

        using var known = await sim.PostAsync("/forgot", """{"email":"demo@example.com"}""");
        using var unknown = await sim.PostAsync("/forgot", """{"email":"nobody@example.com"}""");

        Assert.Equal("""{"msg":"ok"}""", await known.Content.ReadAsStringAsync(Sim.Cancellation));
        Assert.Equal("""{"msg":"ok"}""", await unknown.Content.ReadAsStringAsync(Sim.Cancellation));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("[]", 422)]
    [InlineData("null", 422)]
    [InlineData("{}", 422)]
    [InlineData("""{"email":"demo@example.com"}""", 422)]
    [InlineData("""{"email":"demo@example.com","password":5}""", 422)]
    [InlineData("""{"email":"demo@example.com","password":"\ud800"}""", 400)]
    [InlineData("""{"email":"demo@example.com","password":"wrong"}""", 401)]
    [InlineData("""{"email":"nobody@example.com","password":"demo"}""", 401)]
    public async Task A_sign_in_that_cannot_be_is_refused_in_json(string body, int expected)
    {
        await using var sim = await Sim.StartAsync(_clock);

        using var response = await sim.PostAsync("/signin", body);

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.NotEqual("", (await response.JsonAsync()).Text("error"));
    }

    [Fact]
    public async Task A_blank_field_is_named_in_the_details()
    {
        await using var sim = await Sim.StartAsync(_clock);

        using var response = await sim.PostAsync("/signin", """{"email":" ","password":"demo"}""");

        var detail = Assert.Single((await response.JsonAsync()).Items("details"));
        Assert.Equal("email", detail.Text("field"));
        Assert.Equal(["field", "error", "invalidValue"], detail.Names());
    }

    [Fact]
    public async Task A_body_that_never_ends_is_413()
    {
        await using var sim = await Sim.StartAsync(_clock);

        using var response = await sim.PostAsync("/signin", $$"""{"email":"{{new string('x', 70_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static Task<HttpResponseMessage> RenewAsync(Sim sim, string refreshToken) =>
        sim.PostAsync("/renewauth", $$"""{"refreshToken":"{{refreshToken}}"}""");
}
