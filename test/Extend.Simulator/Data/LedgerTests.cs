using System.Text.Json;
using CsCheck;

namespace Extend.Simulator.Tests.Data;

public sealed class LedgerTests
{
    /// <summary>The start of the period that recurring cards are in.</summary>
    private const string PeriodStart = "2026-03-01T05:00:00.000+0000";

    [Fact]
    public async Task On_every_card_the_balance_is_limit_less_settled_less_held()
    {
        await using var sim = await Sim.StartAsync();

        await CheckAsync(sim, "demo");
        await CheckAsync(sim, "other");
    }

    [Fact]
    public async Task On_a_tenant_of_any_size_and_seed_too()
    {
        await using var sim = await Sim.StartAsync();
        var sizes = Gen.Select(Gen.Int[1, 40], Gen.Int[0, 40], Gen.Int);

        await sizes.SampleAsync(
            async size =>
            {
                var (cards, transactions, seed) = size;
                await sim.ControlAsync("PUT", "/tenants/any", $$"""{"cards":{{cards}},"transactionsPerCard":{{transactions}},"seed":{{seed}}}""");
                await CheckAsync(sim, "any", transactions);
            },
            iter: 8,
            threads: 1);
    }

    private static async Task CheckAsync(Sim sim, string tenant, int? expectedTransactions = null)
    {
        foreach (var card in (await sim.ControlAsync("GET", $"/tenants/{tenant}/cards")).Items())
        {
            var transactions = (await sim.ControlAsync("GET", $"/tenants/{tenant}/cards/{card.Text("id")}/transactions")).Items();
            var recurs = card.GetProperty("recurs").GetBoolean();
            var spent = transactions.Where(item => !recurs || IsThisPeriod(item)).Sum(item => item.Number("clearingBillingAmountCents"));
            var held = transactions.Where(item => item.Text("status") == "PENDING").Sum(item => item.Number("authBillingAmountCents"));

            Assert.Equal(expectedTransactions ?? transactions.Length, transactions.Length);
            Assert.Equal(spent, card.Number("spentCents"));
            Assert.Equal(transactions.Sum(item => item.Number("clearingBillingAmountCents")), card.Number("lifetimeSpentCents"));
            Assert.Equal(card.Number("limitCents") - spent - held, card.Number("balanceCents"));
            Assert.True(card.Number("balanceCents") >= 0);
            Assert.All(transactions, item => Assert.True(string.CompareOrdinal(item.Text("authedAt"), card.Text("createdAt")) >= 0));

            var ledger = await sim.ControlAsync("GET", $"/tenants/{tenant}/cards/{card.Text("id")}/ledger");
            Assert.Equal(
                $$"""{"currency":"{{card.Text("currency")}}","spentCents":{{spent}},"heldCents":{{held}},"lifetimeSpentCents":{{card.Number("lifetimeSpentCents")}},"limitCents":{{card.Number("limitCents")}},"balanceCents":{{card.Number("balanceCents")}}}""",
                ledger.GetRawText());
        }
    }

    private static bool IsThisPeriod(JsonElement transaction) =>
        transaction.Has("clearedAt") && string.CompareOrdinal(transaction.Text("clearedAt"), PeriodStart) >= 0;
}
