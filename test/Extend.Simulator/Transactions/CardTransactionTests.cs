using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Extend.Simulator.Tests.Transactions;

public sealed class CardTransactionTests
{
    [Fact]
    public async Task Without_a_status_only_pending_ones_come()
    {
        await using var sim = await Sim.StartAsync();

        var usual = await ListAsync(sim, "");

        Assert.NotEmpty(usual);
        Assert.All(usual, transaction => Assert.Equal("PENDING", transaction.Text("status")));
        Assert.True((await ListAsync(sim, $"?status={Sim.EveryStatus}&count=500")).Length > usual.Length);
    }

    [Fact]
    public async Task Statuses_are_one_comma_list()
    {
        await using var sim = await Sim.StartAsync();

        var chosen = await ListAsync(sim, "?status=CLEARED,DECLINED&count=500");

        Assert.Equal(["CLEARED", "DECLINED"], chosen.Select(item => item.Text("status")).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(await ListAsync(sim, "?status=NOTHING"));
    }

    [Fact]
    public async Task Twenty_five_come_and_never_more_than_five_hundred_newest_first_without_pagination()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("PUT", "/tenants/many", """{"cards":1,"transactionsPerCard":600}""");
        var id = (await sim.GetAsync("/virtualcards", "many")).Items("virtualCards")[0].Text("id");

        var usual = await sim.GetAsync($"/virtualcards/{id}/transactions?status={Sim.EveryStatus}", "many");
        var most = await sim.GetAsync($"/virtualcards/{id}/transactions?status={Sim.EveryStatus}&count=9999", "many");

        Assert.Equal(["transactions"], usual.Names());
        Assert.Equal(25, usual.Items("transactions").Length);
        Assert.Equal(500, most.Items("transactions").Length);
        var times = most.Items("transactions").Select(item => item.Text("authedAt")).ToArray();
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
    }

    [Fact]
    public async Task Before_the_oldest_seen_leads_page_by_page_through_the_whole()
    {
        await using var sim = await Sim.StartAsync();
        var card = await CardWithManyAsync(sim);
        var whole = (await ListAsync(sim, $"?status={Sim.EveryStatus}&count=500", card)).Ids();
        var walked = new List<string>();

        for (var query = ""; ;)
        {
            var page = await ListAsync(sim, $"?status={Sim.EveryStatus}{query}", card);
            walked.AddRange(page.Ids());
            if (page.Length < 25)
            {
                break;
            }

            query = $"&before={Uri.EscapeDataString(page[^1].Text("authedAt"))}";
        }

        Assert.Equal(137, whole.Length);
        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task After_a_moment_come_the_nearest_to_it()
    {
        await using var sim = await Sim.StartAsync();
        var card = await CardWithManyAsync(sim);
        var whole = await ListAsync(sim, $"?status={Sim.EveryStatus}&count=500", card);
        var moment = Uri.EscapeDataString(whole[100].Text("authedAt"));

        var after = await ListAsync(sim, $"?status={Sim.EveryStatus}&count=3&after={moment}", card);

        Assert.Equal(whole[97..100].Ids(), after.Ids());
    }

    [Theory]
    [InlineData("exclusive", 0)]
    [InlineData("inclusive", 1)]
    public async Task Whether_a_cursor_takes_in_its_own_moment_is_a_switch(string cursor, int expected)
    {
        await using var sim = await Sim.StartAsync(("cursor", cursor));
        var newest = (await ListAsync(sim, ""))[0];
        var moment = Uri.EscapeDataString(newest.Text("authedAt"));

        Assert.Equal(expected, (await ListAsync(sim, $"?after={moment}")).Length);
        Assert.Equal(expected, (await ListAsync(sim, $"?before={moment}")).Length);
    }

    [Theory]
    [InlineData("2026-03-15T09:41:07.001%2B0000")]
    [InlineData("2026-03-15T09:41:07.001Z")]
    [InlineData("2026-03-15T10:41:07.001%2B01:00")]
    [InlineData("2026-03-15T09:41:08Z")]
    [InlineData("2026-03-16")]
    public async Task A_moment_may_be_spelled_in_several_ways(string before)
    {
        await using var sim = await Sim.StartAsync();

        Assert.Single(await ListAsync(sim, $"?before={before}"));
    }

    [Fact]
    public async Task A_moment_that_is_none_is_400_but_one_under_another_name_is_ignored()
    {
        await using var sim = await Sim.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await sim.StatusAsync($"/virtualcards/{Sim.TravelCard}/transactions?before=yesterday"));
        Assert.Single(await ListAsync(sim, "?beforeDate=1999-01-01&until=1999-01-01"));
    }

    [Fact]
    public async Task One_transaction_comes_bare()
    {
        await using var sim = await Sim.StartAsync();
        var listed = (await ListAsync(sim, ""))[0];

        var transaction = await sim.GetAsync($"/transactions/{listed.Text("id")}");

        Assert.Equal(listed.GetRawText(), transaction.GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/transactions/{listed.Text("id")}", "other"));
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync("/transactions/txn_8UYiU0dYpsnAazOinSJKoB"));
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/transactions/{Sim.TravelCard}"));
    }

    [Theory]
    [InlineData("negative", -299)]
    [InlineData("positive", 299)]
    public async Task The_sign_of_a_refund_is_a_switch_and_the_balance_is_the_same(string sign, long expected)
    {
        await using var sim = await Sim.StartAsync(("refundSign", sign));

        var refund = Assert.Single(await ListAsync(sim, "?status=CLEARED"), item => item.Text("type") == "CREDIT");

        Assert.Equal(expected, refund.Number("clearingBillingAmountCents"));
        Assert.Equal(expected, refund.Number("authMerchantAmountCents"));
        Assert.Equal(255, (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}")).GetProperty("virtualCard").Number("balanceCents"));
    }

    [Fact]
    public async Task Clearing_amounts_are_nought_until_settled_and_never_missing()
    {
        await using var sim = await Sim.StartAsync();

        foreach (var item in await ListAsync(sim, $"?status={Sim.EveryStatus}&count=500", await CardWithManyAsync(sim)))
        {
            var settled = item.Text("status") is "CLEARED" or "NO_MATCH";
            Assert.Equal(settled, item.Number("clearingBillingAmountCents") != 0);
            Assert.Equal(settled, item.Has("clearedAt"));
            Assert.Equal(item.Text("authBillingCurrency"), item.Text("clearingBillingCurrency"));
            Assert.Equal(item.Text("status") == "DECLINED", item.Has("declineReasons"));
            Assert.NotEqual(item.Text("status") == "DECLINED", item.Has("approvalCode"));
        }
    }

    [Fact]
    public async Task Times_are_utc_with_three_decimals_and_no_colon()
    {
        await using var sim = await Sim.StartAsync();

        var authedAt = (await ListAsync(sim, ""))[0].Text("authedAt");

        Assert.Equal("2026-03-15T09:41:07.000+0000", authedAt);
        Assert.Throws<FormatException>(() => JsonElement.Parse($"\"{authedAt}\"").GetDateTimeOffset());
        Assert.Equal(9, DateTimeOffset.ParseExact(authedAt, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture).Hour);
    }

    private static async Task<string> CardWithManyAsync(Sim sim) => (await sim.GetAsync("/virtualcards")).Items("virtualCards")[2].Text("id");

    private static async Task<JsonElement[]> ListAsync(Sim sim, string query, string card = Sim.TravelCard) =>
        (await sim.GetAsync($"/virtualcards/{card}/transactions{query}")).Items("transactions");
}
