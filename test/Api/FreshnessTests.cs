using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

public sealed class FreshnessTests
{
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";
    private const string CardAtExtend = "GET /virtualcards/vc_A681POqRINI7goyrCNPff7";
    private static readonly string[] Operations = ["/cards", "/cards/active", Card, Card + "/transactions", "/transactions"];

    [Theory]
    [InlineData(Card, 1)]
    [InlineData(Card + "/transactions", 1)]
    [InlineData("/cards", 2)]
    [InlineData("/cards/active", 1)]
    public async Task Three_hundred_equal_reads_at_once_are_one_read(string path, int calls)
    {
        await using var vts = await KeepingAsync();
        await vts.Simulator.SwitchAsync("latency", 100);

        var responses = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => vts.SendAsync(path)));

        Assert.All(responses, response => Assert.Equal(200, (int)response.StatusCode));
        Assert.Equal(calls, (await vts.Simulator.RequestsAsync()).Length);
    }

    [Fact]
    public async Task A_kept_answer_is_the_same_bytes_costs_extend_nothing_and_says_how_old_it_is()
    {
        await using var vts = await KeepingAsync();
        foreach (var path in Operations)
        {
            using var first = await vts.SendAsync(path);
            var calls = (await vts.Simulator.RequestsAsync()).Length;
            using var second = await vts.SendAsync(path);

            Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
            Assert.Equal(first.Headers.ETag, second.Headers.ETag);
            Assert.Equal(calls, (await vts.Simulator.RequestsAsync()).Length);
            Assert.Equal("private, max-age=600", Header(second, "Cache-Control"));
            Assert.EndsWith("token, Authorization", Header(second, "Vary"), StringComparison.Ordinal);
            Assert.InRange(second.Headers.Age!.Value.TotalSeconds, 0, 60);
            Assert.Equal($"vts; hit; ttl={600 - second.Headers.Age.Value.TotalSeconds}", Header(second, "Cache-Status"));
        }
    }

    [Theory]
    [InlineData("no-cache")]
    [InlineData("max-age=0")]
    public async Task A_caller_that_wants_it_now_gets_what_extend_says_now_and_so_do_those_who_ask_after_it(string directive)
    {
        await using var vts = await KeepingAsync();
        await vts.ReadAsync(Card);
        await vts.Simulator.PatchCardAsync("vc_A681POqRINI7goyrCNPff7", new JsonObject { ["balanceCents"] = 77 });
        var kept = await vts.ReadAsync(Card);

        using var now = await vts.SendAsync(Card, headers: ("Cache-Control", directive));

        Assert.Contains("\"balanceCents\":255", kept);
        Assert.Contains("\"balanceCents\":77", await now.Content.ReadAsStringAsync());
        Assert.Equal("vts; fwd=request", Header(now, "Cache-Status"));
        Assert.Equal(TimeSpan.Zero, now.Headers.Age);
        Assert.Contains("\"balanceCents\":77", await vts.ReadAsync(Card));
        Assert.Equal(2, await vts.Simulator.CountAsync(CardAtExtend));
    }

    [Theory]
    [InlineData("max-age=599")]
    [InlineData("max-age=soon")]
    [InlineData("max-age=-1, no-cachet, \"no-cache, =, ;")]
    [InlineData("no-store, only-if-cached")]
    public async Task What_demands_nothing_fresher_or_cannot_be_read_is_answered_from_memory(string directive)
    {
        await using var vts = await KeepingAsync();
        await vts.ReadAsync(Card);

        using var response = await vts.SendAsync(Card, headers: ("Cache-Control", directive));

        Assert.StartsWith("vts; hit; ttl=", Header(response, "Cache-Status"));
        Assert.Equal(1, await vts.Simulator.CountAsync(CardAtExtend));
    }

    [Fact]
    public async Task An_answer_that_is_not_kept_says_so()
    {
        await using var vts = await VtsApp.StartAsync();

        using var response = await vts.SendAsync(Card);

        Assert.Equal("private, no-cache", Header(response, "Cache-Control"));
        Assert.Equal("vts; fwd=miss", Header(response, "Cache-Status"));
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task A_card_by_its_id_and_the_active_ones_are_found_in_the_list_and_one_that_is_not_there_is_asked_for()
    {
        await using var vts = await KeepingAsync();
        var all = await vts.ListAsync("/cards");
        await vts.Simulator.ForgetRequestsAsync();

        foreach (var card in all)
        {
            Assert.Equal(card!.ToJsonString(), JsonNode.Parse(await vts.ReadAsync($"/cards/{card["id"]}"))!.ToJsonString());
        }

        await vts.ReadAsync("/cards/active");
        using var unknown = await vts.ExpectProblemAsync(404, "card_not_found", "/cards/vc_0000000000000000000000");
        await vts.Simulator.AddCardAsync("demo", new JsonObject { ["id"] = "vc_1111111111111111111111" });
        await vts.ReadAsync("/cards/vc_1111111111111111111111");

        Assert.Equal(["GET /virtualcards/vc_0000000000000000000000", "GET /virtualcards/vc_1111111111111111111111"], await vts.Simulator.RequestsAsync());
    }

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Where_all_cards_cost_one_call_each_card_is_read_with_all_of_them()
    {
        await using var vts = await KeepingAsync(settings: [("Extend:Accounts:main:ApiKey", "apik_small"), ("Extend:Accounts:main:ApiSecret", "small")]);
        await vts.Simulator.TenantAsync("small", cards: 50, transactionsPerCard: 0);
        var cards = await vts.ListAsync("/cards");
        await vts.Simulator.PatchCardAsync((string)cards[7]!["id"]!, new JsonObject { ["balanceCents"] = 77 }, "small");
        await vts.Simulator.ForgetRequestsAsync();

        using var now = await vts.SendAsync($"/cards/{cards[7]!["id"]}", headers: ("Cache-Control", "no-cache"));
        foreach (var card in cards)
        {
            await vts.ReadAsync($"/cards/{card!["id"]}");
        }

        Assert.Contains("\"balanceCents\":77", await now.Content.ReadAsStringAsync());
        Assert.Equal(["GET /virtualcards"], await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task A_card_that_spoils_the_list_does_not_hide_the_others()
    {
        await using var vts = await KeepingAsync(settings: [("Extend:Accounts:main:ApiKey", "apik_small"), ("Extend:Accounts:main:ApiSecret", "small")]);
        await vts.Simulator.TenantAsync("small", cards: 2, transactionsPerCard: 0);
        var cards = await vts.ListAsync("/cards");
        await vts.Simulator.PatchCardAsync((string)cards[0]!["id"]!, new JsonObject { ["limitCents"] = "much" }, "small");

        using var list = await vts.SendAsync("/cards", headers: ("Cache-Control", "no-cache"));
        using var other = await vts.SendAsync($"/cards/{cards[1]!["id"]}", headers: ("Cache-Control", "no-cache"));

        await ProblemAssert.IsAsync(502, "extend_answer_unreadable", list);
        Assert.Equal(cards[1]!.ToJsonString(), await other.Content.ReadAsStringAsync());
    }

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task All_transactions_are_made_of_what_is_kept_of_each_card()
    {
        await using var vts = await KeepingAsync(older: true);
        var ofCard = await vts.ListAsync(Card + "/transactions");
        var cards = await vts.ListAsync("/cards");
        await vts.Simulator.ForgetRequestsAsync();

        var all = await vts.ListAsync("/transactions");
        foreach (var card in cards)
        {
            await vts.ReadAsync($"/cards/{card!["id"]}/transactions");
        }

        Assert.Equal(
            ofCard.Select(row => row!.ToJsonString()),
            all.Where(row => Card.EndsWith((string)row!["cardId"]!, StringComparison.Ordinal)).Select(row => row!.ToJsonString()));
        var asked = await vts.Simulator.RequestsAsync();
        Assert.Equal(cards.Count - 1, asked.Distinct().Count());
        Assert.Equal(asked.Distinct().Count(), asked.Length);
    }

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Lists_sent_while_they_are_read_ask_together_for_what_is_out_of_time_and_keep_it_for_others()
    {
        await using var vts = await KeepingAsync(older: true);
        var cards = (await vts.ListAsync("/cards")).Count;
        await vts.ReadAsync("/transactions");
        await vts.Simulator.ForgetRequestsAsync();
        await vts.Simulator.SwitchAsync("latency", 100);

        var lists = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => vts.SendAsync("/transactions.ndjson", headers: ("Cache-Control", "no-cache"))));
        var texts = await Task.WhenAll(lists.Select(list => list.Content.ReadAsStringAsync()));
        await vts.ReadAsync(Card + "/transactions");

        Assert.Single(texts.Distinct());
        var asked = await vts.Simulator.RequestsAsync();
        Assert.Equal(cards, asked.Count(call => call.Contains("/transactions", StringComparison.Ordinal)));
    }

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Lists_sent_while_they_are_read_keep_nothing_of_cards_of_which_nothing_was_kept()
    {
        await using var vts = await KeepingAsync(older: true);
        using var list = await vts.SendAsync("/transactions.ndjson");
        await list.Content.ReadAsStringAsync();
        await vts.Simulator.ForgetRequestsAsync();

        await vts.ReadAsync(Card + "/transactions");

        Assert.Single(await vts.Simulator.RequestsAsync());
    }

    [Fact]
    public async Task Who_asks_for_a_card_that_is_gone_is_told_so_though_a_list_that_names_it_asked_first()
    {
        await using var vts = await KeepingAsync(older: true);
        await vts.Simulator.TenantAsync("demo", cards: 1, transactionsPerCard: 3);
        var cardId = (string)(await vts.ListAsync("/cards"))[0]!["id"]!;
        await vts.Simulator.RemoveCardAsync(cardId);
        await vts.Simulator.ForgetRequestsAsync();
        await vts.Simulator.SwitchAsync("latency", 500);

        var all = vts.SendAsync("/transactions");
        await vts.Simulator.BusyAsync();
        using var one = await vts.ExpectProblemAsync(404, "card_not_found", $"/cards/{cardId}/transactions");

        using var list = await all;
    }

    [Fact]
    public async Task Two_callers_of_one_account_share_what_is_kept()
    {
        await using var vts = await KeepingAsync(settings:
            [("Callers:1:Name", "second"), ("Callers:1:TokenSha256", Callers.KnownCallers.Hash("second-token")), ("Callers:1:Account", "Main")]);
        await vts.ReadAsync(Card);

        using var response = await vts.SendAsync(Card, "second-token");

        Assert.StartsWith("vts; hit", Header(response, "Cache-Status"));
    }

    [Fact]
    public async Task What_does_not_fit_the_memory_given_is_answered_all_the_same_and_not_kept()
    {
        await using var vts = await KeepingAsync(settings: ("Freshness:MaxBytes", "6000"));
        await vts.ReadAsync("/cards");
        await vts.ReadAsync(Card);
        await vts.Simulator.ForgetRequestsAsync();

        await vts.ReadAsync(Card);
        await vts.ReadAsync("/cards");

        Assert.Equal(["GET /virtualcards", "GET /virtualcards"], await vts.Simulator.RequestsAsync());
    }

    internal static Task<VtsApp> KeepingAsync(bool older = false, params (string Key, string Value)[] settings) => VtsApp.StartAsync(older, settings:
        [("Freshness:Cards", "00:10:00"), ("Freshness:Transactions", "00:10:00"), ("Extend:Retries", "0"), .. settings]);

    internal static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.NonValidated[name]);
}
