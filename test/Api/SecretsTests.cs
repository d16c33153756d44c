using System.Text.Json.Nodes;
using Vts.Callers;

namespace Vts.Api.Tests;

public sealed class SecretsTests
{
    private const string Number = "4111111111111111";

    // Four digits alone stand by chance in the times of a log.
    private const string SecurityCode = "code-9876";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Canaries_in_configuration_tokens_and_passwords_appear_nowhere(bool older)
    {
        await using var vts = await VtsApp.StartAsync(older, "canary", settings:
        [
            ("Extend:Accounts:main:" + (older ? "Password" : "ApiSecret"), "canary-secret"),
            ("Extend:Retries", "0"),
            ("Callers:1:Name", "second"), ("Callers:1:TokenSha256", KnownCallers.Hash("canary-token")), ("Callers:1:Account", "main"),
        ]);
        var seen = new List<string>();
        await CallEverythingAsync(vts, seen);
        await vts.Simulator.TenantAsync("canary", cards: 3, transactionsPerCard: 3);
        foreach (var kind in new[] { "serverError", "challenge", "errorIn200", "cutBody", "unauthorized", "redirect", "dropConnection" })
        {
            await vts.Simulator.FaultAsync(kind, "/");
            await CallEverythingAsync(vts, seen);
            await vts.Simulator.EndFaultsAsync();
        }

        seen.Add(vts.Log);
        var everything = string.Join('\n', seen);

        Assert.Contains("extend_", everything);
        foreach (var canary in new[] { "canary-secret", "canary-token", "canary-wrong", "canary-query", "apik_canary", "canary@example.com", VtsApp.Token, KnownCallers.Hash("canary-token") })
        {
            Assert.DoesNotContain(canary, everything, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Card_numbers_planted_in_extends_texts_come_out_masked_everywhere(bool older)
    {
        await using var vts = await VtsApp.StartAsync(older);
        var transaction = (string)(await vts.Simulator.TransactionsAsync("vc_A681POqRINI7goyrCNPff7"))[0]!["id"]!;
        await vts.Simulator.PatchCardAsync("vc_A681POqRINI7goyrCNPff7", new JsonObject
        {
            ["displayName"] = $"Travel {Number}", ["last4"] = Number, ["vcn"] = Number, ["securityCode"] = SecurityCode, ["notes"] = Number,
        });
        await vts.Simulator.PatchTransactionAsync(transaction, new JsonObject
        {
            ["merchantName"] = $"SHOP*{Number} 4111-1111-1111-1111", ["mcc"] = Number, ["type"] = Number, ["authBillingCurrency"] = Number, ["vcn"] = Number,
        });

        var seen = new List<string>();
        foreach (var path in new[] { "/cards", "/cards/active", "/cards/vc_A681POqRINI7goyrCNPff7", "/cards/vc_A681POqRINI7goyrCNPff7/transactions", "/transactions" })
        {
            seen.Add(await vts.ReadAsync(path));
        }

        var everything = string.Join('\n', seen) + vts.Log;
        Assert.Contains("\"displayName\":\"Travel ************1111\"", everything);
        Assert.Contains("\"last4\":\"1111\"", everything);
        Assert.Contains("SHOP*************1111 ****-****-****-1111", everything);
        Assert.DoesNotContain(Number, everything);
        Assert.DoesNotContain("4111-1111", everything);
        Assert.DoesNotContain(SecurityCode, everything);
    }

    [Fact]
    public async Task Nothing_but_reads_and_session_calls_ever_reaches_extend()
    {
        foreach (var older in new[] { false, true })
        {
            await using var vts = await VtsApp.StartAsync(older);
            await CallEverythingAsync(vts, []);

            Assert.All(await vts.Simulator.RequestsAsync(), request => Assert.Matches("^(GET /|POST /(signin|renewauth)$)", request));
        }
    }

    private static async Task CallEverythingAsync(VtsApp vts, List<string> seen)
    {
        string[] paths =
        [
            "/cards", "/cards/active", "/cards/vc_A681POqRINI7goyrCNPff7", "/cards/vc_A681POqRINI7goyrCNPff7/transactions", "/transactions",
            "/cards?canary-query=canary-query", "/nothing/canary-query", "/health/live", "/health/ready", "/swagger.yaml", "/docs/",
        ];
        foreach (var path in paths)
        {
            foreach (var token in new[] { VtsApp.Token, "canary-token", "canary-wrong" })
            {
                using var response = await vts.SendAsync(path, token);
                seen.Add($"{response}\n{await response.Content.ReadAsStringAsync()}");
            }

            using var post = await vts.SendAsync(path, "canary-token", HttpMethod.Post);
            seen.Add($"{post}\n{await post.Content.ReadAsStringAsync()}");
        }
    }
}
