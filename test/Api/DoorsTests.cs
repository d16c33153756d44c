namespace Vts.Api.Tests;

public sealed class DoorsTests
{
    [Fact]
    public async Task Both_doors_give_byte_equal_answers_for_the_same_tenant()
    {
        await using var current = await VtsApp.StartAsync();
        await using var older = await VtsApp.StartAsync(older: true);
        List<string> paths = ["/cards", "/cards/active", "/transactions"];
        foreach (var card in await current.ListAsync("/cards"))
        {
            paths.Add($"/cards/{card!["id"]}");
            paths.Add($"/cards/{card["id"]}/transactions");
        }

        foreach (var path in paths)
        {
            Assert.Equal(await current.ReadAsync(path), await older.ReadAsync(path));
        }

        Assert.Contains("GET /reports/transactions/v2", await current.Simulator.RequestsAsync());
        Assert.DoesNotContain("GET /reports/transactions/v2", await older.Simulator.RequestsAsync());
    }

    [Theory]
    [InlineData("absentMembers", "null", false)]
    [InlineData("absentMembers", "null", true)]
    [InlineData("firstCardPage", 1, false)]
    [InlineData("firstCardPage", 1, true)]
    [InlineData("pagePastEnd", "repeat", false)]
    [InlineData("pagePastEnd", "repeat", true)]
    [InlineData("reportDate", "clearedAt", false)]
    [InlineData("reportDefaultStatus", "pending", false)]
    [InlineData("reportUnknownParameters", 400, false)]
    [InlineData("reportPerPageDefault", 50, false)]
    [InlineData("perCardOnCurrentDoor", 404, false)]
    [InlineData("defaultCardCount", 10, true)]
    [InlineData("countOverMaximum", 422, true)]
    [InlineData("tokenForm", "opaque", true)]
    [InlineData("tokenLife", 3600, true)]
    [InlineData("refreshRotation", "refused", true)]
    public async Task An_open_question_of_extend_answered_the_other_way_changes_no_answer(string name, object value, bool older)
    {
        await using var asked = await VtsApp.StartAsync(older);
        await using var usual = await VtsApp.StartAsync(older);
        await asked.Simulator.SwitchAsync(name, value);

        foreach (var path in new[] { "/cards", "/cards/active", "/transactions", $"/cards/{await BusiestCardAsync(usual)}/transactions" })
        {
            Assert.Equal(await usual.ReadAsync(path), await asked.ReadAsync(path));
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task A_card_that_extend_denies_with_another_status_is_still_a_404(int status)
    {
        await using var vts = await VtsApp.StartAsync();
        await vts.Simulator.SwitchAsync("malformedId", status);

        using var response = await vts.ExpectProblemAsync(404, "card_not_found", "/cards/vc_zzzzzzzzzzzzzzzzzzzzzz");
    }

    [Fact]
    public async Task A_refund_is_below_zero_whichever_sign_extend_gives_it()
    {
        await using var vts = await VtsApp.StartAsync();
        var negative = await RefundsAsync(vts);
        await vts.Simulator.SwitchAsync("refundSign", "positive");
        var positive = await RefundsAsync(vts);

        Assert.NotEmpty(negative);
        Assert.All(negative, amount => Assert.True(amount < 0));
        Assert.Equal(negative, positive);
    }

    private static async Task<List<long>> RefundsAsync(VtsApp vts) =>
        [.. (await vts.ListAsync("/transactions")).Where(row => (string?)row!["type"] == "CREDIT").Select(row => (long)row!["amountCents"]!)];

    private static async Task<string> BusiestCardAsync(VtsApp vts) => (await vts.ListAsync("/transactions"))
        .GroupBy(row => (string)row!["cardId"]!)
        .MaxBy(card => card.Count())!.Key;
}
