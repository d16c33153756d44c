using System.Text.Json.Nodes;
using CsCheck;

namespace Vts.Api.Tests.Rules;

/// <summary>Random callers over HTTP: no member of a card outside the rule ever appears, and every card inside does.</summary>
public sealed class WhoSeesWhatTests
{
    private const int Callers = 40;

    [Theory]
    [InlineData("0")]
    [InlineData("00:10:00")]
    public async Task A_caller_sees_exactly_its_cards_and_of_them_exactly_its_members(string keep)
    {
        await using var planted = await SimulatorControl.StartAsync();
        await RandomRule.Over(await RuleTenant.PlantAsync(planted)).Array[Callers].SampleAsync(rules => CheckAsync(keep, rules), iter: 1);
    }

    private static async Task CheckAsync(string keep, RandomRule[] rules)
    {
        await using var vts = await VtsApp.StartAsync(tenant: RuleTenant.Name, settings:
        [
            ("Freshness:Cards", keep), ("Freshness:Transactions", keep),
            .. rules.SelectMany((rule, i) => rule.Settings(i + 1, $"token-{i}")),
        ]);
        var cards = await RuleTenant.PlantAsync(vts.Simulator);
        var full = await RuleTenant.ReadAsync(vts, cards);

        await Parallel.ForEachAsync(rules.Index(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (entry, _) =>
        {
            var (i, rule) = entry;
            foreach (var (path, expected) in Expectations(rule, cards, full))
            {
                await CheckAsync(vts, $"token-{i}", path, expected, [.. cards.Where(card => !rule.Covers(card!)).SelectMany(RuleTenant.Marks!)]);
            }
        });
    }

    // Null where a card is not found, the code of a problem where it is another.
    private static IEnumerable<(string Path, string? Expected)> Expectations(RandomRule rule, JsonArray cards, RuleTenant.Answers full)
    {
        var own = cards.Where(card => rule.Covers(card!)).Select(card => (string)card!["id"]!).ToHashSet();
        const string Forbidden = "scope_missing";
        bool IsOwn(JsonNode? row, string member) => own.Contains((string)row![member]!);
        yield return ("/cards", rule.MayReadCards ? rule.Shown(full.Cards.Where(card => IsOwn(card, "id"))) : Forbidden);
        yield return ("/cards/active", rule.MayReadCards ? rule.Shown(full.Active.Where(card => IsOwn(card, "id"))) : Forbidden);
        yield return ("/transactions", rule.MayReadTransactions ? rule.Shown(full.Transactions.Where(row => IsOwn(row, "cardId"))) : Forbidden);
        foreach (var id in full.Cards.Select(card => (string)card!["id"]!).Append("vc_9999999999999999999999").Append("vc_1"))
        {
            var card = full.Cards.SingleOrDefault(card => (string?)card!["id"] == id && own.Contains(id));
            yield return ($"/cards/{id}", !rule.MayReadCards ? Forbidden : card is null ? null : rule.Shown(card));
            yield return ($"/cards/{id}/transactions",
                !rule.MayReadTransactions ? Forbidden : card is null ? null : rule.Shown(full.Transactions.Where(row => (string?)row!["cardId"] == id)));
        }
    }

    private static async Task CheckAsync(VtsApp vts, string token, string path, string? expected, string[] foreign)
    {
        using var response = await vts.SendAsync(path, token);
        var body = await response.Content.ReadAsStringAsync();
        using var head = await vts.SendAsync(path, token, HttpMethod.Head);
        Assert.Equal(response.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        if (expected is null or "scope_missing")
        {
            await ProblemAssert.IsAsync(expected is null ? 404 : 403, expected ?? "card_not_found", response);
        }
        else
        {
            Assert.Equal(expected, JsonNode.Parse(body)!.ToJsonString());
            Assert.Equal(response.Headers.ETag, head.Headers.ETag);
            using var same = await vts.SendAsync(path, token, headers: ("If-None-Match", $"{response.Headers.ETag}"));
            Assert.Equal(304, (int)same.StatusCode);
        }

        // In the answer and in its headers: what the caller itself asked for is not told to it by us.
        var told = body + response.Headers + head.Headers + head.Content.Headers;
        Assert.DoesNotContain(foreign, mark => told.Contains(mark, StringComparison.Ordinal));
    }
}
