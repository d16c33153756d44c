using System.Net;
using System.Text.Json;

namespace Extend.Simulator.Tests.Control;

public sealed class TransactionControlTests
{
    private const string Transactions = $"/tenants/demo/cards/{Sim.TravelCard}/transactions";

    [Fact]
    public async Task A_purchase_is_held_until_it_settles_for_what_it_settles_for()
    {
        await using var sim = await Sim.StartAsync();

        var made = await sim.ControlAsync("POST", Transactions, """{"authBillingAmountCents":200,"merchantName":"NEW SHOP"}""");
        var held = await CardAsync(sim);
        var cleared = await sim.ControlAsync("POST", $"/tenants/demo/transactions/{made.Text("id")}/clear", """{"amountCents":220}""");
        var spent = await CardAsync(sim);

        Assert.Equal("55 4200", $"{held.Number("balanceCents")} {held.Number("spentCents")}");
        Assert.Equal("35 4420", $"{spent.Number("balanceCents")} {spent.Number("spentCents")}");
        Assert.Equal("CLEARED", cleared.Text("status"));
        Assert.Equal("200 220 220", $"{cleared.Number("authBillingAmountCents")} {cleared.Number("clearingBillingAmountCents")} {cleared.Number("clearingMerchantAmountCents")}");
        Assert.Equal(cleared.GetRawText(), (await sim.GetAsync($"/transactions/{made.Text("id")}")).GetRawText());
        Assert.Equal("NEW SHOP", (await sim.GetAsync("/reports/transactions/v2?perPage=1")).GetProperty("report").Items("transactions")[0].Text("merchantName"));
    }

    [Fact]
    public async Task A_withdrawn_authorization_gives_the_money_back()
    {
        await using var sim = await Sim.StartAsync();
        var pending = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions")).Items("transactions")[0].Text("id");

        var reversed = await sim.ControlAsync("POST", $"/tenants/demo/transactions/{pending}/reverse");

        Assert.Equal("AUTH_REVERSAL", reversed.Text("status"));
        Assert.Equal(800, (await CardAsync(sim)).Number("balanceCents"));
        using var again = await sim.PostAsync($"/sim/tenants/demo/transactions/{pending}/clear", "");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_settlement_abroad_keeps_the_rate()
    {
        await using var sim = await Sim.StartAsync();
        var made = await sim.ControlAsync("POST", Transactions, """{"authBillingAmountCents":110,"authMerchantAmountCents":100,"authMerchantCurrency":"EUR"}""");

        var cleared = await sim.ControlAsync("POST", $"/tenants/demo/transactions/{made.Text("id")}/clear", """{"amountCents":55}""");

        Assert.Equal(50, cleared.Number("clearingMerchantAmountCents"));
    }

    [Theory]
    [InlineData("""{"status":"CLEARED","authBillingAmountCents":100}""", 155, true)]
    [InlineData("""{"status":"CLEARED","type":"CREDIT"}""", 1255, true)]
    [InlineData("""{"status":"DECLINED"}""", 255, false)]
    [InlineData("""{"status":"NO_MATCH","authBillingAmountCents":55}""", 200, true)]
    [InlineData("""{"status":"AVS_FAIL","type":"AVS"}""", 255, false)]
    public async Task What_is_not_given_follows_from_what_is(string members, long balance, bool settled)
    {
        await using var sim = await Sim.StartAsync();

        var made = await sim.ControlAsync("POST", Transactions, members);

        Assert.Equal(balance, (await CardAsync(sim)).Number("balanceCents"));
        Assert.Equal(settled, made.Has("clearedAt"));
    }

    [Theory]
    [InlineData("merchantName", "null")]
    [InlineData("authBillingAmountCents", "\"12\"")]
    [InlineData("clearingBillingAmountCents", "9223372036854775807")]
    [InlineData("authedAt", "\"2026-13-45\"")]
    [InlineData("status", "\"SOMETHING_NEW\"")]
    [InlineData("notSeenBefore", "{\"a\":1}")]
    public async Task Whatever_is_planted_is_sent_as_it_was_given(string name, string value)
    {
        await using var sim = await Sim.StartAsync();
        var id = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions")).Items("transactions")[0].Text("id");

        await sim.ControlAsync("PATCH", $"/tenants/demo/transactions/{id}", $$"""{"{{name}}":{{value}}}""");

        Assert.Equal(value, (await sim.GetAsync($"/transactions/{id}")).GetProperty(name).GetRawText());
        var row = (await sim.GetAsync("/reports/transactions/v2")).GetProperty("report").Items("transactions").Single(item => item.Text("id") == id);
        Assert.Equal(value, row.GetProperty(name).GetRawText());
    }

    [Fact]
    public async Task A_planted_moment_moves_the_transaction_in_the_list()
    {
        await using var sim = await Sim.StartAsync();
        var before = await AllAsync(sim);

        await sim.ControlAsync("PATCH", $"/tenants/demo/transactions/{before[0].Text("id")}?remove=mcc", """{"authedAt":"2020-01-01T00:00:00.000+0000"}""");

        var after = await AllAsync(sim);
        Assert.Equal([.. before[1..].Ids(), before[0].Text("id")], after.Ids());
        Assert.False(after[^1].Has("mcc"));
    }

    [Fact]
    public async Task A_transaction_can_be_taken_away()
    {
        await using var sim = await Sim.StartAsync();
        var all = await AllAsync(sim);

        await sim.ControlAsync("DELETE", $"/tenants/demo/transactions/{all[0].Text("id")}");

        Assert.Equal(all[1..].Ids(), (await AllAsync(sim)).Ids());
        Assert.Equal(800, (await CardAsync(sim)).Number("balanceCents"));
    }

    [Fact]
    public async Task Transactions_of_a_card_made_by_hand_are_found_by_id()
    {
        await using var sim = await Sim.StartAsync();
        var card = await sim.ControlAsync("POST", "/tenants/demo/cards");
        var made = await sim.ControlAsync("POST", $"/tenants/demo/cards/{card.Text("id")}/transactions");
        var named = await sim.ControlAsync("POST", $"/tenants/demo/cards/{card.Text("id")}/transactions", """{"id":"txn_odd"}""");

        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync($"/transactions/{made.Text("id")}"));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync($"/transactions/{named.Text("id")}"));
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync("/transactions/txn_odd", "other"));
    }

    private static async Task<JsonElement> CardAsync(Sim sim) => (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}")).GetProperty("virtualCard");

    private static async Task<JsonElement[]> AllAsync(Sim sim) =>
        (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions?status={Sim.EveryStatus}&count=500")).Items("transactions");
}
