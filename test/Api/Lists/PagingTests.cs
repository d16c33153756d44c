using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Lists;

public sealed class PagingTests(DemoService demo) : IClassFixture<DemoService>
{
    private readonly VtsApp _vts = demo.App;

    [Theory]
    [InlineData("/cards", 1)]
    [InlineData("/cards", 7)]
    [InlineData("/cards", 500)]
    [InlineData("/cards/active", 5)]
    [InlineData("/cards?sort=displayName", 9)]
    [InlineData("/cards?sort=-balance", 9)]
    public async Task The_pages_of_cards_put_together_are_the_whole_list(string path, int limit)
    {
        var whole = await _vts.ListAsync(path);
        var pages = new List<JsonArray>();
        await foreach (var page in Pages.WalkAsync(_vts, $"{path}{(path.Contains('?') ? '&' : '?')}limit={limit}"))
        {
            pages.Add(page);
        }

        Assert.Equal(whole.Select(Text), pages.SelectMany(page => page).Select(Text));
        Assert.All(pages, page => Assert.InRange(page.Count, 1, limit));
        Assert.All(pages.SkipLast(1), page => Assert.Equal(limit, page.Count));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(25)]
    [InlineData(500)]
    public async Task The_pages_of_a_cards_transactions_are_its_whole_history_at_extend(int limit)
    {
        var cardId = await BusiestCardAsync();
        var atExtend = await _vts.Simulator.TransactionsAsync(cardId);

        var rows = await Pages.RowsAsync(_vts, $"/cards/{cardId}/transactions?limit={limit}");

        Assert.Equal(InOrder(atExtend), rows.Select(row => (string)row["id"]!));
    }

    [Fact]
    public async Task Following_the_link_from_a_cards_usual_25_leads_through_its_whole_history()
    {
        var cardId = await BusiestCardAsync();
        var atExtend = await _vts.Simulator.TransactionsAsync(cardId);
        Assert.True(atExtend.Count > 25);

        Assert.Equal(InOrder(atExtend), (await Pages.RowsAsync(_vts, $"/cards/{cardId}/transactions")).Select(row => (string)row["id"]!));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    public async Task The_pages_of_all_transactions_are_the_whole_history_of_all_cards_merged(int limit)
    {
        var atExtend = new List<JsonNode?>();
        foreach (var card in await _vts.Simulator.CardsAsync())
        {
            atExtend.AddRange(await _vts.Simulator.TransactionsAsync((string)card!["id"]!));
        }

        var rows = await Pages.RowsAsync(_vts, $"/transactions?limit={limit}");

        Assert.Equal(InOrder(atExtend), rows.Select(row => (string)row["id"]!));
    }

    [Theory]
    [InlineData("/cards")]
    [InlineData("/cards/active")]
    [InlineData("/transactions")]
    public async Task Without_a_limit_these_lists_are_whole_and_link_to_nothing(string path)
    {
        using var response = await _vts.SendAsync(path);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.False(response.Headers.Contains("Link"));
    }

    [Fact]
    public async Task A_link_keeps_what_was_asked_for_and_the_form()
    {
        using var response = await _vts.SendAsync("/transactions.ndjson?limit=2&status=CLEARED&fields=id%2Cstatus");

        var next = Pages.Next(response)!;
        Assert.StartsWith("/transactions.ndjson?", next, StringComparison.Ordinal);
        using var second = await _vts.SendAsync(next);
        var lines = (await second.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines[..2], line => Assert.Equal("CLEARED", (string?)JsonNode.Parse(line)!["status"]));
        Assert.Equal("""{"rows":2}""", lines[2]);
    }

    [Theory]
    [InlineData("/cards?limit=0", "invalid_parameter")]
    [InlineData("/cards?limit=501", "invalid_parameter")]
    [InlineData("/cards?limit=ten", "invalid_parameter")]
    [InlineData("/cards?limit=1&limit=2", "invalid_parameter")]
    [InlineData("/transactions?cursor=forged", "invalid_cursor")]
    [InlineData("/transactions?cursor=", "invalid_parameter")]
    public async Task A_limit_out_of_range_or_a_forged_cursor_is_refused(string path, string code) =>
        (await _vts.ExpectProblemAsync(400, code, path)).Dispose();

    [Fact]
    public async Task A_cursor_leads_nowhere_in_another_list_or_under_another_filter()
    {
        using var response = await _vts.SendAsync("/transactions?limit=1");
        var cursor = Pages.Next(response)!.Split("cursor=")[1];

        (await _vts.ExpectProblemAsync(400, "invalid_cursor", $"/transactions?limit=1&status=CLEARED&cursor={cursor}")).Dispose();
        (await _vts.ExpectProblemAsync(400, "invalid_cursor", $"/cards?limit=1&cursor={cursor}")).Dispose();
        (await _vts.ExpectProblemAsync(400, "invalid_cursor", $"/cards/{await BusiestCardAsync()}/transactions?limit=1&cursor={cursor}")).Dispose();
        using var right = await _vts.SendAsync($"/transactions?limit=3&cursor={cursor}");
        Assert.Equal(200, (int)right.StatusCode);
    }

    private async Task<string> BusiestCardAsync()
    {
        var most = ("", 0);
        foreach (var card in await _vts.Simulator.CardsAsync())
        {
            var id = (string)card!["id"]!;
            var count = (await _vts.Simulator.TransactionsAsync(id)).Count;
            most = count > most.Item2 ? (id, count) : most;
        }

        return most.Item1;
    }

    private static string Text(JsonNode? row) => row!.ToJsonString();

    private static IEnumerable<string> InOrder(IEnumerable<JsonNode?> atExtend) => atExtend
        .OrderByDescending(row => (string?)row!["authedAt"], StringComparer.Ordinal)
        .ThenByDescending(row => (string?)row!["id"], StringComparer.Ordinal)
        .Select(row => (string)row!["id"]!);
}
