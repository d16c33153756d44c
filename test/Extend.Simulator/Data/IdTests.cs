using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Extend.Simulator.Tests.Data;

public sealed partial class IdTests
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Fact]
    public async Task Every_id_carries_the_creation_time_of_its_object()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("PUT", "/tenants/ids", """{"cards":60,"transactionsPerCard":6}""");

        foreach (var card in (await sim.ControlAsync("GET", "/tenants/ids/cards")).Items())
        {
            Assert.Equal(card.Text("createdAt"), CreatedAt(card.Text("id")));
            Assert.Equal(card.GetProperty("recipient").Text("createdAt"), CreatedAt(card.Text("recipientId")));
            foreach (var transaction in (await sim.ControlAsync("GET", $"/tenants/ids/cards/{card.Text("id")}/transactions")).Items())
            {
                Assert.Equal(transaction.Text("authedAt"), CreatedAt(transaction.Text("id")));
            }
        }
    }

    [Fact]
    public async Task The_well_known_card_and_what_is_made_by_hand_do_too()
    {
        await using var sim = await Sim.StartAsync();
        var card = await sim.ControlAsync("POST", "/tenants/demo/cards");

        Assert.Equal("2022-05-13T22:17:56.627+0000", CreatedAt(Sim.TravelCard));
        Assert.Equal(card.Text("createdAt"), CreatedAt(card.Text("id")));
    }

    [Fact]
    public async Task No_id_is_given_twice()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("PUT", "/tenants/ids", """{"cards":200,"transactionsPerCard":20}""");
        var ids = new List<string>();
        foreach (var tenant in new[] { "demo", "other", "ids" })
        {
            var report = await sim.GetAsync("/reports/transactions/v2?perPage=500", tenant);
            ids.AddRange(report.GetProperty("report").Items("transactions").Ids());
            ids.AddRange((await sim.ControlAsync("GET", $"/tenants/{tenant}/cards")).Items().Ids());
            ids.AddRange((await sim.GetAsync("/creditcards", tenant)).Items("creditCards").Ids());
        }

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(Form(), id));
    }

    /// <summary>Reads an id as the facts describe it, on its own: two base-62 magnitudes of a version 1 UUID.</summary>
    private static string CreatedAt(string id)
    {
        Assert.Matches(Form(), id);
        var high = Half(id[^22..^11]);
        high = (high >> 12 & 0xF) == 1 ? high : unchecked(0 - high);
        Assert.Equal(1UL, high >> 12 & 0xF);
        Assert.Equal(2UL, unchecked(0 - Half(id[^11..])) >> 62);
        var time = ((high & 0xFFF) << 48) | ((high >> 16 & 0xFFFF) << 32) | (high >> 32);
        var moment = new DateTime(1582, 10, 15, 0, 0, 0, DateTimeKind.Utc).AddTicks((long)time);
        return moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
    }

    private static ulong Half(string digits) =>
        (ulong)digits.Aggregate(BigInteger.Zero, (value, digit) => (value * 62) + Digits.IndexOf(digit, StringComparison.Ordinal));

    [GeneratedRegex("^[a-z]+_[0-9A][0-9A-Za-z]{10}[5-9A][0-9A-Za-z]{10}$", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
