using System.Globalization;
using System.Text.Json.Nodes;

namespace Vts.Api.Tests;

public sealed class TransactionsTests(DemoService demo) : IClassFixture<DemoService>
{
    private static readonly string[] Members =
        ["id", "cardId", "status", "type", "amountCents", "currency", "merchantName", "mcc", "authorizedAt", "clearedAt"];

    private readonly VtsApp _vts = demo.App;

    [Fact]
    public async Task A_cards_25_most_recent_of_every_status_are_listed_newest_first_as_the_contract_says()
    {
        foreach (var cardId in await CardIdsAsync())
        {
            var expected = Expected(cardId, await _vts.Simulator.TransactionsAsync(cardId)).Select(row => row.ToJsonString());

            var rows = await _vts.ListAsync($"/cards/{cardId}/transactions");

            Assert.Equal(expected, rows.Select(row => row!.ToJsonString()));
        }
    }

    [Fact]
    public async Task All_cards_transactions_are_each_cards_25_sorted_as_a_whole()
    {
        var expected = new List<JsonObject>();
        foreach (var cardId in await CardIdsAsync())
        {
            expected.AddRange(Expected(cardId, await _vts.Simulator.TransactionsAsync(cardId)));
        }

        var rows = await _vts.ListAsync("/transactions");

        Assert.Equal(Sorted(expected).Select(row => row.ToJsonString()), rows.Select(row => row!.ToJsonString()));
    }

    [Fact]
    public async Task The_demo_tenant_shows_every_status_refunds_foreign_currency_yen_and_an_unused_card()
    {
        var rows = await _vts.ListAsync("/transactions");

        Assert.Superset(
            new HashSet<string?> { "PENDING", "CLEARED", "DECLINED", "NO_MATCH", "AVS_PASS", "AVS_FAIL", "AUTH_REVERSAL" },
            rows.Select(row => (string?)row!["status"]).ToHashSet());
        Assert.Superset(new HashSet<string?> { "DEBIT", "CREDIT", "AVS" }, rows.Select(row => (string?)row!["type"]).ToHashSet());
        Assert.True(rows.Select(row => (string?)row!["currency"]).Distinct().Count() > 1);
        var used = rows.Select(row => (string?)row!["cardId"]).ToHashSet();
        Assert.Contains(await CardIdsAsync(), cardId => !used.Contains(cardId));
    }

    [Fact]
    public async Task A_pending_purchase_is_never_shown_as_zero()
    {
        var pending = (await _vts.ListAsync("/transactions")).Where(row => (string?)row!["status"] == "PENDING").ToList();

        Assert.NotEmpty(pending);
        Assert.All(pending, row => Assert.NotEqual(0, (long)row!["amountCents"]!));
    }

    [Fact]
    public async Task A_card_without_transactions_is_an_empty_list_not_a_404()
    {
        var used = (await _vts.ListAsync("/transactions")).Select(row => (string?)row!["cardId"]).ToHashSet();
        var unused = (await CardIdsAsync()).First(cardId => !used.Contains(cardId));

        Assert.Equal("[]", await _vts.ReadAsync($"/cards/{unused}/transactions"));
    }

    private async Task<List<string>> CardIdsAsync() => [.. (await _vts.Simulator.CardsAsync()).Select(card => (string)card!["id"]!)];

    private static IEnumerable<JsonObject> Expected(string cardId, JsonArray atExtend) => Sorted(atExtend.Select(row => Expected(cardId, row!))).Take(25);

    private static IEnumerable<JsonObject> Sorted(IEnumerable<JsonObject> rows) => rows
        .OrderByDescending(row => (string?)row["authorizedAt"], StringComparer.Ordinal)
        .ThenByDescending(row => (string?)row["id"], StringComparer.Ordinal);

    private static JsonObject Expected(string cardId, JsonNode row)
    {
        var from = (string?)row["status"] == "CLEARED" ? "clearing" : "auth";
        JsonNode?[] values =
        [
            row["id"], cardId, row["status"], row["type"], row[from + "BillingAmountCents"], row[from + "BillingCurrency"],
            row["merchantName"], row["mcc"], Utc(row["authedAt"]), Utc(row["clearedAt"]),
        ];
        return new JsonObject(Members.Zip(values).Select(member => KeyValuePair.Create(member.First, member.Second?.DeepClone())));
    }

    private static JsonNode? Utc(JsonNode? time) => time is null
        ? null
        : DateTimeOffset.ParseExact((string)time!, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
