using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Simulator.Tests.Data;

public sealed class DeterminismTests
{
    private static readonly string[] Paths =
    [
        "/virtualcards?count=50", $"/virtualcards/{Sim.TravelCard}", $"/virtualcards/{Sim.TravelCard}/transactions?status={Sim.EveryStatus}",
        "/reports/transactions/v2?perPage=500", "/creditcards", "/events", "/users/me", "/issuers", "/expensedata/categories",
    ];

    [Fact]
    public async Task Equal_seeds_give_equal_bytes_whatever_the_clock_says()
    {
        await using var first = await Sim.StartAsync(new FakeTimeProvider(new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)), seed: 7);
        await using var second = await Sim.StartAsync(new FakeTimeProvider(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)), seed: 7);

        foreach (var path in Paths)
        {
            Assert.Equal((await first.GetAsync(path)).GetRawText(), (await second.GetAsync(path)).GetRawText());
        }
    }

    /// <summary>The fingerprint was taken in another process: nothing of the data may hang on the process.</summary>
    [Fact]
    public async Task The_demo_data_are_the_same_in_every_process()
    {
        await using var sim = await Sim.StartAsync();
        var text = new StringBuilder();
        foreach (var path in Paths)
        {
            text.Append((await sim.GetAsync(path)).GetRawText());
        }

        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];

        Assert.Equal("f01afb6e9e626a61", fingerprint);
    }

    [Fact]
    public async Task Another_seed_gives_other_data_and_the_same_well_known_card()
    {
        await using var first = await Sim.StartAsync(TimeProvider.System, seed: 1);
        await using var second = await Sim.StartAsync(TimeProvider.System, seed: 2);

        var cards = (await first.GetAsync("/virtualcards?count=3")).Items("virtualCards").Ids();
        var others = (await second.GetAsync("/virtualcards?count=3")).Items("virtualCards").Ids();

        Assert.Equal(cards[0], others[0]);
        Assert.NotEqual(cards[1], others[1]);
        Assert.NotEqual(cards[2], others[2]);
    }

    [Fact]
    public async Task Work_by_hand_has_fixed_dates_too()
    {
        await using var first = await Sim.StartAsync();
        await using var second = await Sim.StartAsync();

        foreach (var path in new[] { "/tenants/demo/cards", $"/tenants/demo/cards/{Sim.TravelCard}/transactions" })
        {
            Assert.Equal((await first.ControlAsync("POST", path)).GetRawText(), (await second.ControlAsync("POST", path)).GetRawText());
        }
    }

    [Fact]
    public async Task A_card_does_not_depend_on_how_many_there_are()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("PUT", "/tenants/size", """{"cards":3,"transactionsPerCard":5}""");
        var few = (await sim.GetAsync("/virtualcards", "size")).Items("virtualCards").Select(card => card.GetRawText()).ToArray();

        await sim.ControlAsync("PUT", "/tenants/size", """{"cards":10000,"transactionsPerCard":5}""");
        var many = (await sim.GetAsync("/virtualcards?count=3", "size")).Items("virtualCards").Select(card => card.GetRawText());

        Assert.Equal(few, many);
    }
}
