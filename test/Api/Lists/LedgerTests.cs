using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Lists;

/// <summary>What the rows add up to is what the simulator itself reckons.</summary>
public sealed class LedgerTests
{
    [Theory]
    [InlineData(false, "negative")]
    [InlineData(true, "negative")]
    [InlineData(false, "positive")]
    public async Task For_every_card_the_rows_that_count_come_to_what_was_spent_and_what_is_held(bool older, string refundSign)
    {
        await using var vts = await VtsApp.StartAsync(older);
        await vts.Simulator.SwitchAsync("refundSign", refundSign);
        var expected = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var card in await vts.Simulator.CardsAsync())
        {
            var ledger = await vts.Simulator.LedgerAsync((string)card!["id"]!);
            expected[(string)card["id"]!] = (long)ledger["lifetimeSpentCents"]! + (long)ledger["heldCents"]!;
        }

        var rows = await Pages.RowsAsync(vts, "/transactions?limit=500&fields=id,cardId,amountCents,countsInTotal");
        var sums = rows.Where(row => (bool)row["countsInTotal"]!).GroupBy(row => (string)row["cardId"]!, StringComparer.Ordinal)
            .ToDictionary(ofCard => ofCard.Key, ofCard => ofCard.Sum(row => (long)row["amountCents"]!), StringComparer.Ordinal);
        var summary = await vts.ListAsync("/transactions/summary?groupBy=card");

        Assert.Equal(expected.Where(entry => sums.ContainsKey(entry.Key)).OrderBy(entry => entry.Key, StringComparer.Ordinal), sums.OrderBy(entry => entry.Key, StringComparer.Ordinal));
        Assert.All(expected.Where(entry => !sums.ContainsKey(entry.Key)), entry => Assert.Equal(0, entry.Value));
        Assert.Equal(
            sums.OrderBy(entry => entry.Key, StringComparer.Ordinal),
            summary.Where(row => (long)row!["counted"]! > 0).Select(row => KeyValuePair.Create((string)row!["key"]!, (long)row["totalCents"]!)).OrderBy(entry => entry.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("merchant", "merchantName")]
    [InlineData("mcc", "mcc")]
    [InlineData("status", "status")]
    public async Task A_summary_counts_and_adds_up_what_the_list_shows(string groupBy, string member)
    {
        await using var vts = await VtsApp.StartAsync();
        var rows = await Pages.RowsAsync(vts, $"/transactions?limit=500&status=CLEARED,DECLINED,NO_MATCH&fields=currency,amountCents,countsInTotal,{member}");

        var summary = await vts.ListAsync($"/transactions/summary?groupBy={groupBy}&status=CLEARED,DECLINED,NO_MATCH");

        var expected = rows.GroupBy(row => ((string?)row[member], (string?)row["currency"])).Select(group => (
            group.Key.Item1,
            group.Key.Item2,
            (long)group.Count(),
            (long)group.Count(row => (bool)row["countsInTotal"]!),
            group.Where(row => (bool)row["countsInTotal"]!).Sum(row => (long)row["amountCents"]!)));
        Assert.Equal(
            expected.OrderBy(row => row.Item1, StringComparer.Ordinal).ThenBy(row => row.Item2, StringComparer.Ordinal),
            summary.Select(row => ((string?)row!["key"], (string?)row["currency"], (long)row["transactions"]!, (long)row["counted"]!, (long)row["totalCents"]!)));
    }

    [Fact]
    public async Task A_month_begins_at_midnight_of_the_time_zone_that_is_asked_for()
    {
        await using var vts = await VtsApp.StartAsync(tenant: "months");
        await vts.Simulator.TenantAsync("months", 1, 0);
        var cardId = (string)(await vts.Simulator.CardsAsync("months")).Single()!["id"]!;
        await vts.Simulator.AddTransactionAsync("months", cardId, new JsonObject { ["authedAt"] = "2026-03-31T23:30:00.000+0000" });

        Assert.Equal("2026-03", (string?)(await vts.ListAsync("/transactions/summary?groupBy=month")).Single()!["key"]);
        Assert.Equal("2026-04", (string?)(await vts.ListAsync("/transactions/summary?groupBy=month&tz=Europe/Berlin")).Single()!["key"]);
    }
}
