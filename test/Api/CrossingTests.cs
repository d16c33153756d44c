using System.Text.Json.Nodes;
using CsCheck;
using Vts.Callers;

namespace Vts.Api.Tests;

/// <summary>Two accounts whose cards and transactions have equal ids and differ in their texts alone.</summary>
public sealed class CrossingTests
{
    private const string First = "vc_1111111111111111111111";
    private const string Second = "vc_2222222222222222222222";
    private static readonly string[] Paths =
        ["/cards", "/cards/active", $"/cards/{First}", $"/cards/{Second}", $"/cards/{First}/transactions", $"/cards/{Second}/transactions", "/transactions"];

    private static readonly string[] Directives = ["", "", "", "no-cache", "max-age=1", "no-cache, stale-if-error=60", "stale-if-error=60"];

    [Fact]
    public async Task Whatever_two_accounts_ask_at_once_no_answer_crosses_over()
    {
        await using var vts = await FreshnessTests.KeepingAsync(settings:
        [
            ("Extend:Accounts:main:ApiKey", "apik_amber"), ("Extend:Accounts:main:ApiSecret", "amber"),
            ("Extend:Accounts:blue:ApiKey", "apik_blue"), ("Extend:Accounts:blue:ApiSecret", "blue"),
            ("Callers:1:Name", "blue"), ("Callers:1:TokenSha256", KnownCallers.Hash("blue-token")), ("Callers:1:Account", "blue"),
        ]);
        foreach (var tenant in new[] { "amber", "blue" })
        {
            await PlantAsync(vts.Simulator, tenant);
        }

        var step = Gen.Select(Gen.Bool, Gen.Int[0, Paths.Length - 1], Gen.Int[0, Directives.Length - 1], Gen.Bool);
        await step.Array[1, 12].SampleAsync(
            steps => Task.WhenAll(steps.Select(one => AskAsync(vts, one.Item1, Paths[one.Item2], Directives[one.Item3], one.Item4))), iter: 150, threads: 2);
    }

    private static async Task AskAsync(VtsApp vts, bool isAmber, string path, string directive, bool isConditional)
    {
        var (own, other) = isAmber ? ("amber", "blue") : ("blue", "amber");
        var token = isAmber ? VtsApp.Token : "blue-token";
        using var response = await vts.SendAsync(path, token, headers: ("Cache-Control", directive));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        Assert.Contains(own, body);
        Assert.DoesNotContain(other, body);

        if (isConditional)
        {
            using var others = await vts.SendAsync(path, isAmber ? "blue-token" : VtsApp.Token, headers: ("If-None-Match", $"{response.Headers.ETag}"));
            Assert.Equal(200, (int)others.StatusCode);
            Assert.DoesNotContain(own, await others.Content.ReadAsStringAsync());
        }
    }

    private static async Task PlantAsync(SimulatorControl simulator, string tenant)
    {
        await simulator.TenantAsync(tenant, cards: 0, transactionsPerCard: 0);
        foreach (var card in new[] { First, Second })
        {
            await simulator.AddCardAsync(tenant, new JsonObject { ["id"] = card, ["displayName"] = tenant, ["createdAt"] = "2026-03-01T00:00:00.000+0000" });
            foreach (var n in Enumerable.Range(0, 3))
            {
                await simulator.AddTransactionAsync(tenant, card, new JsonObject { ["id"] = $"txn_{card[3..24]}{n}", ["merchantName"] = tenant });
            }
        }
    }
}
