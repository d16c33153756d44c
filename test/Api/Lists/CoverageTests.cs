using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Lists;

/// <summary>A list that could not ask for every card says so, or is no list.</summary>
public sealed class CoverageTests
{
    [Theory]
    [InlineData("/transactions")]
    [InlineData("/transactions?limit=10")]
    [InlineData("/transactions?status=CLEARED")]
    [InlineData("/transactions/summary?groupBy=status")]
    public async Task A_list_without_one_card_is_a_problem_that_names_the_card(string path)
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:Retries", "0"));
        var cardId = await FailOneAsync(vts);

        using var response = await vts.ExpectProblemAsync(502, "extend_failed", path);

        Assert.Contains(cardId, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/transactions")]
    [InlineData("/transactions?limit=500")]
    [InlineData("/transactions/summary?groupBy=card")]
    public async Task With_lenient_handling_the_others_are_answered_and_the_one_is_told(string path)
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:Retries", "0"));
        var cards = (await vts.Simulator.CardsAsync()).Count;
        var cardId = await FailOneAsync(vts);

        using var response = await vts.SendAsync(path, headers: ("Prefer", "handling=lenient"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("handling=lenient", response.Headers.GetValues("Preference-Applied").Single());
        Assert.Equal($"asked={cards}, answered={cards - 1}, failed=(\"{cardId}\";code=extend_failed)", response.Headers.GetValues("coverage").Single());
        var rows = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(cardId, rows.Select(row => (string?)(row!["cardId"] ?? row["key"])));
    }

    [Theory]
    [InlineData("/transactions")]
    [InlineData("/transactions?limit=500")]
    [InlineData("/transactions?status=CLEARED")]
    [InlineData("/transactions.ndjson?limit=all")]
    [InlineData("/transactions/summary?groupBy=card")]
    public async Task A_card_that_extend_denies_all_at_once_is_missing_and_not_empty(string path)
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:Retries", "0"));
        var first = (string)(await vts.ListAsync("/cards"))[0]!["id"]!;
        await vts.Simulator.FaultAsync("refusal", $"/virtualcards/{first}/transactions");

        using var response = await vts.ExpectProblemAsync(502, "extend_answer_inconsistent", path);

        Assert.Contains(first, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_the_ids_of_cards_is_told_how_many_failed()
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: [("Extend:Retries", "0"), ("Callers:0:Fields:0", "amountCents")]);
        var cards = (await vts.Simulator.CardsAsync()).Count;
        var cardId = await FailOneAsync(vts);

        using var strict = await vts.ExpectProblemAsync(502, "extend_failed", "/transactions");
        using var lenient = await vts.SendAsync("/transactions", headers: ("Prefer", "handling=lenient"));
        using var stream = await vts.SendAsync("/transactions.ndjson", headers: ("Prefer", "handling=lenient"));

        Assert.DoesNotContain(cardId, await strict.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal($"asked={cards}, answered={cards - 1}, unnamed=1", lenient.Headers.GetValues("coverage").Single());
        Assert.Contains("""{"failed":null,"code":"extend_failed"}""", await stream.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_list_says_so_where_it_is_asked_leniently()
    {
        await using var vts = await VtsApp.StartAsync();
        var cards = (await vts.Simulator.CardsAsync()).Count;

        using var response = await vts.SendAsync("/transactions", headers: ("Prefer", "handling=lenient"));

        Assert.Equal($"asked={cards}, answered={cards}", response.Headers.GetValues("coverage").Single());
    }

    [Fact]
    public async Task A_stream_tells_the_cards_that_failed_before_its_last_line()
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:Retries", "0"));
        var cardId = await FailOneAsync(vts);

        using var response = await vts.SendAsync("/transactions.ndjson", headers: ("Prefer", "handling=lenient"));

        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"{{\"failed\":\"{cardId}\",\"code\":\"extend_failed\"}}", lines[^2]);
        Assert.Equal($"{{\"rows\":{lines.Length - 2}}}", lines[^1]);
    }

    [Fact]
    public async Task A_stream_that_fails_after_its_first_row_is_cut_and_has_no_last_line()
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:Retries", "0"));
        await FailOneAsync(vts, last: true);

        var text = "";
        try
        {
            using var response = await vts.SendAsync("/transactions.ndjson");
            text = await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            return;
        }

        // Where every form is buffered, the answer is a problem and nothing else.
        Assert.Equal("extend_failed", (string?)JsonNode.Parse(text)!["code"]);
    }

    private static async Task<string> FailOneAsync(VtsApp vts, bool last = false)
    {
        var cards = (await vts.ListAsync("/cards")).Select(card => (string)card!["id"]!).ToList();
        var cardId = last ? cards[^1] : cards[cards.Count / 2];
        await vts.Simulator.FaultAsync("serverError", $"/virtualcards/{cardId}/transactions");
        return cardId;
    }
}
