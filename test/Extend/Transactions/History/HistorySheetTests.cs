using Extend.Transactions;

namespace Extend.Tests.Transactions.History;

public sealed class HistorySheetTests
{
    private const string Card = "vc_A681POqRINI7goyrCNPff7";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_stands_on_the_floor_waits_for_what_may_stand_beside_it()
    {
        var sheet = new HistorySheet(Card, new HistoryQuery());
        sheet.Add([Row("1", Noon), Row("2", Noon.AddTicks(1)), Row("3", null)]);

        Assert.Equal(["2"], Ids(sheet.TakeAfter(Noon)));
        sheet.Add([Row("4", Noon)]);
        Assert.Equal(["4", "1"], Ids(sheet.TakeDated()));
        Assert.Equal(["3"], Ids(sheet.TakeRest()));
    }

    [Fact]
    public void A_row_that_comes_again_counts_as_it_came_last()
    {
        var sheet = new HistorySheet(Card, new HistoryQuery { Statuses = ["PENDING"] });
        sheet.Add([Row("1", Noon), Row("2", Noon.AddHours(-1))]);
        sheet.Add([Row("1", Noon) with { Status = "CLEARED" }, Row("2", Noon.AddHours(-2))]);

        Assert.Equal(Noon.AddHours(-2), Assert.Single(sheet.TakeRest()).AuthedAt);
    }

    [Fact]
    public void A_row_that_was_told_is_not_told_again_wherever_it_moves()
    {
        var sheet = new HistorySheet(Card, new HistoryQuery());
        sheet.Add([Row("1", Noon)]);
        Assert.Equal(["1"], Ids(sheet.TakeDated()));
        sheet.Add([Row("1", Noon.AddHours(-1)), Row("2", Noon.AddHours(-2))]);

        Assert.Equal(["2"], Ids(sheet.TakeRest()));
    }

    [Fact]
    public void What_comes_too_late_for_its_place_is_left_out()
    {
        var sheet = new HistorySheet(Card, new HistoryQuery());
        sheet.Add([Row("1", Noon)]);
        sheet.TakeDated();
        sheet.Add([Row("2", Noon.AddHours(1))]);

        Assert.Empty(sheet.TakeRest());
    }

    [Fact]
    public void A_row_of_another_card_is_a_fault()
    {
        var sheet = new HistorySheet(Card, new HistoryQuery());
        sheet.Add([Row("1", Noon) with { VirtualCardId = Card }]);

        Assert.Equal(
            ExtendFault.AnswerInconsistent,
            Assert.Throws<ExtendException>(() => sheet.Add([Row("2", Noon) with { VirtualCardId = "vc_9OqOVoiprAi9lvBFmbGj0n" }])).Fault);
    }

    private static Transaction Row(string id, DateTimeOffset? authedAt) => new() { Id = id, Status = "PENDING", AuthedAt = authedAt };

    private static IEnumerable<string> Ids(IEnumerable<Transaction> rows) => rows.Select(row => row.Id);
}
