using System.Text.Json.Nodes;
using Vts.Callers;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Tests.Callers.Issuers;

public sealed class GrantTests
{
    private const string Card = "vc_A681POqRINI7goyrCNPff7";

    [Fact]
    public async Task The_first_grant_that_fits_is_given_with_all_its_rules()
    {
        await using var world = await IssuerWorld.StartAsync(
            ("Grants:0:Claim", "groups"), ("Grants:0:Value", "finance"), ("Grants:0:Scopes:0", "cards:read"), ("Grants:0:Cards:Ids:0", Card), ("Grants:0:Fields:0", "last4"),
            ("Grants:0:Limits:RequestsPerSecond", "5"), ("Grants:0:Limits:Burst", "6"), ("Grants:0:Limits:Concurrency", "7"),
            ("Grants:1:Claim", "sub"), ("Grants:1:Value", "robot"));
        var ends = world.Time.GetUtcNow().AddHours(1);

        var finance = await world.CallerAsync(world.Issuer.Token(claims => claims["groups"] = new JsonArray("everyone", "finance")));
        var robot = await world.CallerAsync(world.Issuer.Token());

        Assert.Equal(
            new Caller("idp:robot", "main")
            {
                Scopes = Scopes.Cards, Cards = new CardRule { Ids = [Card] }, Fields = new FieldRule { Names = ["last4"] }, Limits = new CallerLimits(5, 6, 7), Ends = ends,
            }, finance);
        Assert.Equal(new Caller("idp:robot", "main") { Ends = ends }, robot);
    }

    [Theory]
    [InlineData("groups", "finance", """["finance"]""", true)]
    [InlineData("groups", "finance", """["a","finance"]""", true)]
    [InlineData("groups", "finance", "\"finance\"", true)]
    [InlineData("groups", "finance", """["Finance"]""", false)]
    [InlineData("groups", "finance", """["finance team"]""", false)]
    [InlineData("groups", "finance", "\"finance team\"", false)]
    [InlineData("groups", "finance", """{"finance":true}""", false)]
    [InlineData("groups", "finance", """[["finance"]]""", false)]
    [InlineData("groups", "finance", "[]", false)]
    [InlineData("groups", "true", "true", false)]
    [InlineData("groups", "7", "7", false)]
    [InlineData("groups", "null", "null", false)]
    [InlineData("cognito:groups", "finance", """["finance"]""", true)]
    [InlineData("scope", "cards:read", "\"openid cards:read\"", true)]
    [InlineData("scope", "openid cards:read", "\"openid cards:read\"", true)]
    [InlineData("scope", "cards", "\"openid cards:read\"", false)]
    [InlineData("scp", "cards:read", "\"openid cards:read\"", true)]
    [InlineData("scp", "cards:read", """["openid","cards:read"]""", true)]
    [InlineData("client_id", "robot", "\"robot\"", true)]
    [InlineData("client_id", "robot", "\"robot2\"", false)]
    public async Task A_claim_fits_by_its_exact_value(string claim, string value, string json, bool fits)
    {
        await using var world = await IssuerWorld.StartAsync(("Grants:0:Claim", claim), ("Grants:0:Value", value));

        var token = world.Issuer.Token(claims => claims[claim] = JsonNode.Parse(json));

        Assert.Equal(fits, await world.CallerAsync(token) is not null);
        Assert.Equal(fits ? null : RefusalReason.NoGrant, await world.RefusedAsync(token));
    }

    [Theory]
    [InlineData("", "cards:read", Scopes.Cards)]
    [InlineData("", "openid cards:read transactions:read", Scopes.All)]
    [InlineData("", "openid", Scopes.None)]
    [InlineData("", "vts/cards:read", Scopes.None)]
    [InlineData("vts/", "vts/cards:read cards:read other/transactions:read", Scopes.Cards)]
    public async Task The_tokens_scopes_narrow_the_grants_where_that_is_set(string prefix, string scope, Scopes expected)
    {
        await using var world = await IssuerWorld.StartAsync(("ScopesFromToken", "true"), ("ScopePrefix", prefix));

        Assert.Equal(expected, (await world.CallerAsync(world.Issuer.Token(claims => claims["scope"] = scope)))!.Scopes);
    }

    [Fact]
    public async Task The_tokens_scopes_never_widen_the_grants()
    {
        await using var world = await IssuerWorld.StartAsync(("ScopesFromToken", "true"), ("Grants:0:Scopes:0", "cards:read"));

        Assert.Equal(Scopes.Cards, (await world.CallerAsync(world.Issuer.Token(claims => claims["scope"] = "cards:read transactions:read")))!.Scopes);
    }
}
