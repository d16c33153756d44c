using System.Text.Json.Nodes;
using Vts.Callers;

namespace Vts.Tests.Callers.Issuers;

/// <summary>Tokens shaped as the documents of those issuers say.</summary>
public sealed class ProfileTests
{
    private const string CognitoMachine =
        """{"sub":"1example23456789","token_use":"access","scope":"vts/cards:read","auth_time":1700000000,"version":2,"jti":"j","client_id":"1example23456789"}""";

    private const string CognitoPerson =
        """
        {"sub":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","cognito:groups":["finance"],"version":2,"client_id":"1example23456789","origin_jti":"o",
        "token_use":"access","scope":"openid vts/cards:read","auth_time":1700000000,"jti":"j","username":"ann"}
        """;

    private const string CognitoId =
        """
        {"sub":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","cognito:groups":["finance"],"email_verified":true,"aud":"1example23456789","token_use":"id",
        "auth_time":1700000000,"cognito:username":"ann","email":"ann@example.com","jti":"j"}
        """;

    private const string EntraPerson =
        """
        {"aud":"https://vts.example","ver":"2.0","azp":"00001111-aaaa-2222-bbbb-3333cccc4444","azpacr":"0","name":"Ann","oid":"o","preferred_username":"ann@example.com",
        "scp":"cards.read","sub":"HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ","tid":"t","uti":"u"}
        """;

    private const string EntraMachine =
        """
        {"aud":"https://vts.example","ver":"1.0","appid":"00001111-aaaa-2222-bbbb-3333cccc4444","appidacr":"1","idp":"i","oid":"o","roles":["Cards.Read"],
        "sub":"o","tid":"t","uti":"u"}
        """;

    private const string EntraId =
        """
        {"aud":"https://vts.example","ver":"2.0","name":"Ann","oid":"o","preferred_username":"ann@example.com","roles":["Cards.Read"],
        "sub":"HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ","tid":"t","uti":"u"}
        """;

    private const string OktaPerson =
        """
        {"ver":1,"jti":"AT.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE","aud":"https://vts.example","cid":"0oa1","uid":"00u1","scp":["openid","cards:read"],
        "auth_time":1700000000,"sub":"ann@example.com","groups":["finance"]}
        """;

    private const string OktaId =
        """
        {"ver":1,"jti":"ID.fL39TTtvfBQoyHVkrbaqy9hWooqGOOgWau1W_y-KNyY","aud":"https://vts.example","sub":"00u1","amr":["pwd"],"idp":"i","auth_time":1700000000,
        "email":"ann@example.com"}
        """;

    [Theory]
    [InlineData("Cognito", CognitoMachine, null)]
    [InlineData("Cognito", CognitoPerson, null)]
    [InlineData("Cognito", CognitoId, RefusalReason.NoAccessToken)]
    [InlineData("Entra", EntraPerson, null)]
    [InlineData("Entra", EntraMachine, null)]
    [InlineData("Entra", EntraId, RefusalReason.NoAccessToken)]
    [InlineData("Okta", OktaPerson, null)]
    [InlineData("Okta", OktaId, RefusalReason.NoAccessToken)]
    [InlineData("Cognito", EntraPerson, RefusalReason.NoAccessToken)]
    [InlineData("Cognito", OktaPerson, RefusalReason.NoAccessToken)]
    [InlineData("Entra", CognitoPerson, RefusalReason.NoAccessToken)]
    [InlineData("Entra", OktaPerson, RefusalReason.NoAccessToken)]
    [InlineData("Okta", CognitoPerson, RefusalReason.NoAccessToken)]
    [InlineData("Okta", EntraPerson, RefusalReason.NoAccessToken)]
    [InlineData("Rfc9068", CognitoPerson, RefusalReason.NoAccessToken)]
    [InlineData("Rfc9068", EntraPerson, RefusalReason.NoAccessToken)]
    [InlineData("Rfc9068", OktaPerson, RefusalReason.NoAccessToken)]
    public async Task Access_tokens_are_known_by_their_issuers_marks_and_ID_tokens_are_not_taken_for_them(string profile, string claims, RefusalReason? refused) =>
        Assert.Equal(refused, await JudgeAsync(profile, claims, _ => { }));

    [Theory]
    [InlineData("Cognito", CognitoPerson, "client_id", "\"another\"", RefusalReason.WrongAudience)]
    [InlineData("Cognito", CognitoPerson, "client_id", "null", RefusalReason.WrongAudience)]
    [InlineData("Cognito", CognitoPerson, "token_use", "\"refresh\"", RefusalReason.NoAccessToken)]
    [InlineData("Cognito", CognitoPerson, "token_use", "[\"access\"]", RefusalReason.NoAccessToken)]
    [InlineData("Cognito", CognitoPerson, "nonce", "\"n\"", RefusalReason.NoAccessToken)]
    [InlineData("Entra", EntraPerson, "aud", "\"another\"", RefusalReason.WrongAudience)]
    [InlineData("Entra", EntraPerson, "ver", "\"3.0\"", RefusalReason.NoAccessToken)]
    [InlineData("Entra", EntraPerson, "ver", "2.0", RefusalReason.NoAccessToken)]
    [InlineData("Entra", EntraPerson, "scp", "null", RefusalReason.NoAccessToken)]
    [InlineData("Entra", EntraMachine, "roles", "[]", RefusalReason.NoAccessToken)]
    [InlineData("Entra", EntraMachine, "at_hash", "\"h\"", RefusalReason.NoAccessToken)]
    [InlineData("Okta", OktaPerson, "cid", "null", RefusalReason.NoAccessToken)]
    [InlineData("Okta", OktaPerson, "aud", "null", RefusalReason.WrongAudience)]
    public async Task One_mark_that_is_not_right_is_enough_to_be_refused(string profile, string claims, string claim, string json, RefusalReason refused) =>
        Assert.Equal(refused, await JudgeAsync(profile, claims, token => token[claim] = JsonNode.Parse(json)));

    private static async Task<RefusalReason?> JudgeAsync(string profile, string shape, Action<JsonObject> change)
    {
        await using var world = await IssuerWorld.StartAsync(
            ("Profile", profile), ("Audiences:1", "1example23456789"),
            ("Grants:0:Claim", "cognito:groups"), ("Grants:0:Value", "finance"), ("Grants:1:Claim", "client_id"), ("Grants:1:Value", "1example23456789"),
            ("Grants:2:Claim", "scp"), ("Grants:2:Value", "cards.read"), ("Grants:3:Claim", "roles"), ("Grants:3:Value", "Cards.Read"),
            ("Grants:4:Claim", "groups"), ("Grants:4:Value", "finance"));
        return await world.RefusedAsync(world.Issuer.Token(
            claims =>
            {
                foreach (var usual in new[] { "aud", "sub", "client_id", "scope" })
                {
                    claims.Remove(usual);
                }

                foreach (var (name, value) in JsonNode.Parse(shape)!.AsObject())
                {
                    claims[name] = value?.DeepClone();
                }

                change(claims);
            },
            header => header.Remove("typ")));
    }
}
