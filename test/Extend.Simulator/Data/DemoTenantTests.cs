using System.Text.Json;

namespace Extend.Simulator.Tests.Data;

public sealed class DemoTenantTests
{
    [Fact]
    public async Task The_first_card_is_the_well_known_one()
    {
        await using var sim = await Sim.StartAsync();

        var card = (await sim.GetAsync("/virtualcards?count=1")).Items("virtualCards")[0];

        Assert.Equal(
            "vc_A681POqRINI7goyrCNPff7 Travel 5000 255 5348 ACTIVE 2022-05-13T22:17:56.627+0000",
            $"{card.Text("id")} {card.Text("displayName")} {card.Number("limitCents")} {card.Number("balanceCents")} {card.Text("last4")} {card.Text("status")} {card.Text("createdAt")}");
    }

    [Fact]
    public async Task The_cards_hold_every_oddity_that_a_client_must_bear()
    {
        await using var sim = await Sim.StartAsync();

        var cards = await CardsAsync(sim);

        Assert.Equal(64, cards.Length);
        Assert.Equal(
            ["ACTIVE", "CANCELLED", "CLOSED", "CONSUMED", "EXPIRED", "PENDING"],
            cards.Select(card => card.Text("status")).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(cards, card => card.Text("displayName").Contains("🎁", StringComparison.Ordinal));
        Assert.Contains(cards, card => card.Text("displayName").Contains('東', StringComparison.Ordinal));
        Assert.Contains(cards, card => card.Text("last4").StartsWith('0'));
        Assert.Contains(cards, card => card.Text("currency") == "EUR");
        Assert.Contains(cards, card => card.GetProperty("recurs").GetBoolean() && !card.Has("validTo") && card.Has("recurrence"));
        Assert.Contains(cards, card => !card.Has("notes"));
        Assert.Contains(cards, card => card.Has("pending"));
        Assert.All(cards, card => Assert.Equal(4, card.Text("last4").Length));
    }

    [Fact]
    public async Task No_answer_holds_the_full_number_or_the_security_code()
    {
        await using var sim = await Sim.StartAsync();

        foreach (var card in await CardsAsync(sim))
        {
            var text = (await sim.GetAsync($"/virtualcards/{card.Text("id")}")).GetRawText();
            Assert.DoesNotContain("\"vcn\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("securityCode", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_card_has_no_transactions_and_one_has_many()
    {
        await using var sim = await Sim.StartAsync();
        var counts = new List<int>();

        foreach (var card in (await CardsAsync(sim)).Take(3))
        {
            counts.Add((await sim.GetAsync($"/virtualcards/{card.Text("id")}/transactions?status={Sim.EveryStatus}&count=500")).Items("transactions").Length);
        }

        Assert.Equal([9, 0, 137], counts);
    }

    [Fact]
    public async Task Abroad_the_billing_amount_is_the_merchants_times_the_rate_and_a_yen_has_no_cents()
    {
        await using var sim = await Sim.StartAsync();
        var rows = new List<JsonElement>();
        for (var page = 1; page <= 3; page++)
        {
            rows.AddRange((await sim.GetAsync($"/reports/transactions/v2?perPage=500&page={page}")).GetProperty("report").Items("transactions"));
        }

        var abroad = rows.Where(row => row.Text("authMerchantCurrency") != row.Text("authBillingCurrency")).ToArray();

        Assert.Equal(["EUR", "JPY"], abroad.Select(row => row.Text("authMerchantCurrency")).Distinct().Order(StringComparer.Ordinal));
        Assert.All(abroad, row =>
        {
            var scale = row.Text("authMerchantCurrency") == "JPY" ? 100 : 1;
            Assert.Equal(
                row.Number("authBillingAmountCents"),
                (long)decimal.Round(row.Number("authMerchantAmountCents") * row.GetProperty("authExchangeRate").GetDecimal() * scale, MidpointRounding.AwayFromZero));
        });
        Assert.Contains(rows, row => row.GetProperty("authExchangeRate").GetRawText() == "1");
        Assert.Contains(rows, row => row.Text("status") == "NO_MATCH");
        Assert.All(rows.Where(row => row.Text("status") == "NO_MATCH"), row =>
            Assert.Equal(row.Number("authBillingAmountCents"), row.Number("clearingBillingAmountCents")));
    }

    [Fact]
    public async Task Address_checks_name_no_merchant_with_null_or_with_nothing()
    {
        await using var sim = await Sim.StartAsync();

        var checks = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions?status=AVS_PASS,AVS_FAIL")).Items("transactions");

        Assert.False(checks[0].Has("merchantName"));
        Assert.Equal(JsonValueKind.Null, checks[1].GetProperty("merchantName").ValueKind);
        Assert.All(checks, check => Assert.Equal(0, check.Number("authBillingAmountCents")));
    }

    private static async Task<JsonElement[]> CardsAsync(Sim sim) =>
    [
        .. (await sim.GetAsync("/virtualcards?count=50")).Items("virtualCards"),
        .. (await sim.GetAsync("/virtualcards?count=50&page=1")).Items("virtualCards"),
    ];
}
