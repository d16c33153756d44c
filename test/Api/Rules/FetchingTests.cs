using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;
using Vts.Callers;

namespace Vts.Api.Tests.Rules;

/// <summary>What Extend is asked for callers with rules: for no card that is not theirs, and no more than it takes.</summary>
public sealed class FetchingTests
{
    private const string Unknown = "vc_9999999999999999999999";

    [Fact]
    public async Task Of_all_transactions_only_those_of_the_callers_cards_are_asked_for()
    {
        foreach (var older in new[] { false, true })
        {
            var (vts, cards) = await StartAsync(older, ("Statuses:0", "CLOSED"));
            await using var app = vts;
            var own = Ids(cards.Where(card => (string?)card!["status"] == "CLOSED"));
            await vts.Simulator.ForgetRequestsAsync();

            await ReadAsync(vts, "/transactions");

            var asked = await vts.Simulator.QueriesAsync();
            Assert.Equal(own.Length + 1, asked.Count(request => request.Contains("virtualcards?") || request.Contains("transactions")));
            Assert.All(Ids(cards).Except(own), id => Assert.DoesNotContain(asked, request => request.Contains(id)));
        }
    }

    [Fact]
    public async Task Of_a_card_outside_the_ids_nothing_is_asked_and_neither_of_an_unknown_one()
    {
        var cards = await RuleCardsAsync();
        var (own, other) = ((string)cards[0]!["id"]!, (string)cards[1]!["id"]!);
        var (vts, _) = await StartAsync(false, ("Ids:0", own));
        await using var app = vts;
        await vts.Simulator.ForgetRequestsAsync();

        foreach (var id in new[] { other, Unknown })
        {
            using var card = await vts.ExpectProblemAsync(404, "card_not_found", $"/cards/{id}", "ruled");
            using var transactions = await vts.ExpectProblemAsync(404, "card_not_found", $"/cards/{id}/transactions", "ruled");
        }

        Assert.Empty(await vts.Simulator.RequestsAsync());
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("", "00:10:00")]
    [InlineData("/transactions", "0")]
    [InlineData("/transactions", "00:10:00")]
    public async Task A_card_that_is_outside_for_what_it_is_costs_the_same_calls_as_an_unknown_one_whatever_is_kept(string rest, string keep)
    {
        foreach (var older in new[] { false, true })
        {
            var (vts, cards) = await StartAsync(older, ("Statuses:0", "ACTIVE"), keep);
            await using var app = vts;
            var outside = (string)cards.First(card => (string?)card!["status"] == "CLOSED")!["id"]!;

            // The unrestricted caller has all of them kept.
            await vts.ReadAsync("/cards");
            await vts.ReadAsync($"/cards/{outside}");
            await vts.ReadAsync($"/cards/{outside}/transactions");
            foreach (var _ in Enumerable.Range(0, 2))
            {
                Assert.Equal(["GET /virtualcards/*"], await AskedAsync(vts, Unknown, rest));
                Assert.Equal(["GET /virtualcards/*"], await AskedAsync(vts, outside, rest));
            }
        }
    }

    [Fact]
    public async Task While_extend_fails_a_card_outside_is_answered_as_an_unknown_one_is()
    {
        var (vts, cards) = await StartAsync(false, ("Statuses:0", "ACTIVE"), "00:10:00");
        await using var app = vts;
        var outside = (string)cards.First(card => (string?)card!["status"] == "CLOSED")!["id"]!;
        await vts.ReadAsync("/cards");
        await vts.Simulator.FaultAsync("serverError", "/");

        foreach (var id in new[] { outside, Unknown })
        {
            using var response = await vts.SendAsync($"/cards/{id}", "ruled", headers: ("Cache-Control", "stale-if-error=600"));
            await ProblemAssert.IsAsync(502, "extend_failed", response);
        }
    }

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Few_ids_are_asked_for_one_by_one_until_the_list_is_known_to_be_as_cheap()
    {
        var planted = await RuleCardsAsync();
        var (first, second) = ((string)planted[0]!["id"]!, (string)planted[1]!["id"]!);
        var (vts, _) = await StartAsync(false, ("Ids:0", first), keep: "00:10:00", ("Callers:1:Cards:Ids:1", second));
        await using var app = vts;
        await vts.Simulator.ForgetRequestsAsync();

        await ReadAsync(vts, "/cards");
        await ReadAsync(vts, "/cards");
        var unknown = await vts.Simulator.RequestsAsync();
        await vts.ReadAsync("/cards");
        await vts.Simulator.ForgetRequestsAsync();
        await ReadAsync(vts, "/cards");

        Assert.Equal(new[] { $"GET /virtualcards/{first}", $"GET /virtualcards/{second}" }.Order(), unknown.Order());
        Assert.Empty(await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task An_id_that_extend_does_not_have_is_left_out_of_the_lists()
    {
        var planted = await RuleCardsAsync();
        var own = (string)planted[0]!["id"]!;
        var (vts, _) = await StartAsync(true, ("Ids:0", own), keep: "0", ("Callers:1:Cards:Ids:1", Unknown));
        await using var app = vts;

        Assert.Equal([own], JsonNode.Parse(await ReadAsync(vts, "/cards"))!.AsArray().Select(card => (string?)card!["id"]));
        Assert.All(JsonNode.Parse(await ReadAsync(vts, "/transactions"))!.AsArray(), row => Assert.Equal(own, (string?)row!["cardId"]));
    }

    private static async Task<(VtsApp Vts, JsonArray Cards)> StartAsync(
        bool older, (string Name, string Value) rule, string keep = "0", params (string, string)[] more)
    {
        var vts = await VtsApp.StartAsync(older, RuleTenant.Name,
        [
            ("Freshness:Cards", keep), ("Freshness:Transactions", keep), ("Callers:1:Name", "ruled"),
            ("Callers:1:TokenSha256", KnownCallers.Hash("ruled")), ($"Callers:1:Cards:{rule.Name}", rule.Value), .. more,
        ]);
        return (vts, await RuleTenant.PlantAsync(vts.Simulator));
    }

    private static async Task<JsonArray> RuleCardsAsync()
    {
        await using var simulator = await SimulatorControl.StartAsync();
        return await RuleTenant.PlantAsync(simulator);
    }

    private static async Task<string[]> AskedAsync(VtsApp vts, string id, string rest)
    {
        await vts.Simulator.ForgetRequestsAsync();
        using var response = await vts.ExpectProblemAsync(404, "card_not_found", $"/cards/{id}{rest}", "ruled");
        return [.. (await vts.Simulator.RequestsAsync()).Select(request => request.Replace(id, "*", StringComparison.Ordinal))];
    }

    private static async Task<string> ReadAsync(VtsApp vts, string path)
    {
        using var response = await vts.SendAsync(path, "ruled");
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return body;
    }

    private static string[] Ids(IEnumerable<JsonNode?> cards) => [.. cards.Select(card => (string)card!["id"]!)];
}
