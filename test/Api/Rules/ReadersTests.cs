using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vts.Callers;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Freshness;
using Vts.Queries;
using Vts.Operations;
using Vts.Transactions;
using Vts.Transactions.History;

namespace Vts.Api.Tests.Rules;

/// <summary>The readers, asked by very many callers.</summary>
public sealed class ReadersTests
{
    [Theory]
    [InlineData("0", 60)]
    [InlineData("00:10:00", 3000)]
    public async Task No_reader_gives_a_card_outside_the_rule_and_each_gives_all_inside(string keep, long cases)
    {
        await using var simulator = await SimulatorControl.StartAsync();
        var cards = await RuleTenant.PlantAsync(simulator);
        await using var services = Services(simulator.Address, keep);
        var (ofCards, ofTransactions) = (services.GetRequiredService<CardReader>(), services.GetRequiredService<TransactionReader>());
        var ofHistory = services.GetRequiredService<HistoryReader>();
        string[] ids = [.. cards.Select(card => (string)card!["id"]!), "vc_9999999999999999999999"];

        await Gen.Select(RandomRule.Over(cards), Gen.Int[0, ids.Length - 1]).SampleAsync(async (rule, n) =>
        {
            var caller = rule.ToCaller("main");
            var own = cards.Where(card => rule.Covers(card!)).Select(card => (string)card!["id"]!).ToHashSet();
            var active = cards.Where(card => (string?)card!["status"] == "ACTIVE").Select(card => (string)card!["id"]!).Where(own.Contains).ToHashSet();
            var mayHave = own.Contains(ids[n]);
            if (rule.MayReadCards)
            {
                Same(own, caller, await ofCards.ListAsync(caller, new CardsFilter(), Demand.None, CancellationToken.None), card => card.Id);
                Same(active, caller, await ofCards.ListActiveAsync(caller, new CardsFilter(), Demand.None, CancellationToken.None), card => card.Id);
                Assert.Equal(mayHave ? ids[n] : null, (await ofCards.FindAsync(caller, ids[n], Demand.None, CancellationToken.None))?.Value.Id);
            }
            else
            {
                await Assert.ThrowsAsync<ScopeMissingException>(() => ofCards.ListAsync(caller, new CardsFilter(), Demand.None, CancellationToken.None));
                await Assert.ThrowsAsync<ScopeMissingException>(() => ofCards.ListActiveAsync(caller, new CardsFilter(), Demand.None, CancellationToken.None));
                await Assert.ThrowsAsync<ScopeMissingException>(() => ofCards.FindAsync(caller, ids[n], Demand.None, CancellationToken.None));
            }

            if (rule.MayReadTransactions)
            {
                Same(own, caller, await ofTransactions.ListAsync(caller, Demand.None, new Coverage(isLenient: false), CancellationToken.None), row => row.CardId);
                var found = await ofTransactions.FindAsync(caller, ids[n], Demand.None, CancellationToken.None);
                Assert.Equal(mayHave, found is not null);
                Assert.All(found?.Value ?? [], row => Assert.Equal(ids[n], row.CardId));
                Same(own, caller, await ofHistory.ListAsync(caller, TransactionFilter.All, true, null, 500, Demand.None, new Coverage(isLenient: false), CancellationToken.None), row => row.CardId);
                Assert.Equal(mayHave, await ofHistory.FindAsync(caller, ids[n], TransactionFilter.All, true, null, 1, Demand.None, CancellationToken.None) is not null);
                Assert.Equal(mayHave, await ofHistory.FindAllAsync(caller, ids[n], TransactionFilter.All, true, Demand.None, CancellationToken.None) is not null);
            }
            else
            {
                await Assert.ThrowsAsync<ScopeMissingException>(() => ofTransactions.ListAsync(caller, Demand.None, new Coverage(isLenient: false), CancellationToken.None));
                await Assert.ThrowsAsync<ScopeMissingException>(() => ofTransactions.FindAsync(caller, ids[n], Demand.None, CancellationToken.None));
                await Assert.ThrowsAsync<ScopeMissingException>(() => ofHistory.FindAsync(caller, ids[n], TransactionFilter.All, true, null, 1, Demand.None, CancellationToken.None));
                await Assert.ThrowsAsync<ScopeMissingException>(() => ofHistory.FindAllAsync(caller, ids[n], TransactionFilter.All, true, Demand.None, CancellationToken.None));
                await Assert.ThrowsAsync<ScopeMissingException>(
                    () => ofHistory.ListAsync(caller, TransactionFilter.All, true, null, 1, Demand.None, new Coverage(isLenient: false), CancellationToken.None));
            }
        }, iter: cases, threads: 2);
    }

    private static void Same<T>(HashSet<string> own, Caller caller, Fresh<T[]> answer, Func<T, string> card)
    {
        Assert.Equal(own, answer.Value.Select(card).ToHashSet());
        Assert.Equal(caller.Fields, answer.Fields);
    }

    private static ServiceProvider Services(Uri extend, string keep)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Extend:BaseUrl"] = extend.ToString(), ["Extend:Accounts:main:ApiKey"] = $"apik_{RuleTenant.Name}", ["Extend:Accounts:main:ApiSecret"] = RuleTenant.Name,
            ["Freshness:Cards"] = keep, ["Freshness:Transactions"] = keep,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddMetrics().AddVts(configuration)
            .AddOperation<ListTransactions>().BuildServiceProvider();
    }
}
