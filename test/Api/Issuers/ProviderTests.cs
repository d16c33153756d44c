using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Issuers;

/// <summary>Tokens of a real provider, from its own flows to an answer.</summary>
public sealed class ProviderTests
{
    private static readonly (string, string)[] Grants =
    [
        ("Grants:0:Claim", "client_id"), ("Grants:0:Value", "machine"), ("Grants:0:Scopes:0", "cards:read"), ("Grants:0:Cards:Statuses:0", "ACTIVE"),
        ("Grants:1:Claim", "groups"), ("Grants:1:Value", "finance"),
    ];

    [Fact]
    public async Task A_machine_reads_by_client_credentials_what_its_grant_says()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var vts = await VtsApp.StartAsync(settings: provider.Settings(Grants));
        var token = await provider.MachineTokenAsync();

        using var cards = await vts.SendAsync("/cards", token);
        using var bearer = await vts.SendAsync("/cards", token: null, headers: ("Authorization", $"Bearer {token}"));
        using var transactions = await vts.SendAsync("/transactions", token);
        using var me = await vts.SendAsync("/me", token);

        Assert.Equal((200, 200, 403), ((int)cards.StatusCode, (int)bearer.StatusCode, (int)transactions.StatusCode));
        Assert.All(JsonNode.Parse(await cards.Content.ReadAsStringAsync())!.AsArray(), card => Assert.Equal("ACTIVE", (string?)card!["status"]));
        var rights = JsonNode.Parse(await me.Content.ReadAsStringAsync())!;
        Assert.Equal(("idp:machine", null, "main"), ((string?)rights["name"], (string?)rights["keyId"], (string?)rights["account"]));
        Assert.InRange((DateTimeOffset)rights["ends"]!, TimeProvider.System.GetUtcNow().AddMinutes(50), TimeProvider.System.GetUtcNow().AddMinutes(61));
        Assert.Contains("Your token ends on ", (string?)rights["summary"]);
        Assert.DoesNotContain(token.Split('.')[1], vts.Log);
        Assert.DoesNotContain(token.Split('.')[2], vts.Log);
    }

    [Fact]
    public async Task A_person_reads_by_an_authorization_code_with_PKCE_and_not_with_the_ID_token()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var vts = await VtsApp.StartAsync(settings: provider.Settings(Grants));
        var tokens = await provider.PersonTokensAsync("ann", nonce: "n-0S6_WzA2Mj");

        using var transactions = await vts.SendAsync("/transactions", (string?)tokens["access_token"]);
        using var me = await vts.SendAsync("/me", (string?)tokens["access_token"]);

        Assert.Equal(200, (int)transactions.StatusCode);
        Assert.Equal("idp:ann", (string?)JsonNode.Parse(await me.Content.ReadAsStringAsync())!["name"]);
        await vts.ExpectProblemAsync(401, "token_invalid", "/me", (string?)tokens["id_token"]);
    }

    [Fact]
    public async Task A_person_whom_nothing_is_granted_is_told_so_and_recorded()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var vts = await VtsApp.StartAsync(settings: provider.Settings(Grants));

        using var refused = await vts.ExpectProblemAsync(403, "nothing_granted", "/cards", (string?)(await provider.PersonTokensAsync("bob"))["access_token"]);

        Assert.Equal("Bearer realm=\"vts\", error=\"insufficient_scope\"", refused.Headers.WwwAuthenticate.ToString());
        var entry = await AuditEvents.OfAsync(vts, refused);
        Assert.Equal(("idp:bob", "no_grant", 403), ((string?)entry["caller"], (string?)entry["refused"], (int)entry["status"]!));
        Assert.Empty(await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task The_record_names_the_caller_of_a_token_and_says_why_one_is_refused()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var vts = await VtsApp.StartAsync(settings: provider.Settings(Grants));
        var token = await provider.MachineTokenAsync();

        var read = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards", token));
        var forged = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards", $"{token[..^20]}AAAA{token[^16..]}"));

        Assert.Equal(("idp:machine", null, "listCards"), ((string?)read["caller"], (string?)read["keyId"], (string?)read["operation"]));
        Assert.Equal((null, "wrong_signature", "token_invalid"), ((string?)forged["caller"], (string?)forged["refused"], (string?)forged["code"]));
    }
}
