using System.Web;
using Extend.Tests.Transactions.History;
using Extend.Transactions;

namespace Extend.Tests.Transactions;

public sealed class RecentTransactionsTests
{
    private static readonly string[] Documented = ["PENDING", "CLEARED", "DECLINED", "NO_MATCH", "AVS_PASS", "AVS_FAIL", "AUTH_REVERSAL"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_status_that_there_is_is_asked_for(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync(Documented.Select((status, i) => new Row(HistoryWorld.Start.AddHours(-i), status)));

        var rows = await RecentAsync(world, card, 25);

        Assert.Equal(Documented.Order(StringComparer.Ordinal), rows!.Select(row => row.Status).Order(StringComparer.Ordinal));
        Assert.Equal(Documented, TransactionStatus.All);
        Assert.Equal(Documented, HttpUtility.ParseQueryString(Assert.Single(await world.QueriesAsync()))["status"]!.Split(','));
    }

    [Theory]
    [InlineData(true, "authedAt")]
    [InlineData(false, "authedAt")]
    [InlineData(false, "clearedAt")]
    public async Task The_most_recent_by_authorization_are_among_what_comes(bool older, string date)
    {
        await using var world = await HistoryWorld.StartAsync(older, ("reportDate", date));
        var card = await world.AddCardAsync(Row.Hourly(130));
        var recent = (await world.AllAsync(card)).Take(25).Select(row => row.Id);

        Assert.Empty(recent.Except((await RecentAsync(world, card, 25))!.Select(row => row.Id)));
    }

    [Theory]
    [InlineData("authedAt", 130, 1)]
    [InlineData("clearedAt", 24, 1)]
    [InlineData("clearedAt", 25, 2)]
    [InlineData("clearedAt", 99, 2)]
    [InlineData("clearedAt", 100, 3)]
    [InlineData("clearedAt", 130, 3)]
    public async Task The_report_is_read_whole_only_where_its_order_is_not_that_of_authorization(string date, int count, int calls)
    {
        await using var world = await HistoryWorld.StartAsync(older: false, ("reportDate", date));
        var card = await world.AddCardAsync(Row.Hourly(count));

        var rows = await RecentAsync(world, card, 25);

        Assert.Equal(calls, (await world.QueriesAsync()).Length);
        Assert.Equal(calls == 1 ? Math.Min(count, 25) : count, rows!.Count);
        Assert.Distinct(rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Asked_to_be_brief_the_usual_members_come_and_no_others(bool older, bool isBrief)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync(Row.Hourly(1));

        var recent = Assert.Single((await world.Client.FindTransactionsOfKnownCardAsync(card, 25, isBrief, new Asking("test"), default))!);
        var history = Assert.Single(await world.RowsAsync(card, new HistoryQuery { IsBrief = isBrief }));

        Assert.All([recent, history], row =>
        {
            Assert.Equal(("CLEARED", (DateTimeOffset?)HistoryWorld.Start), (row.Status, row.AuthedAt));
            Assert.NotNull(row.AuthBillingAmountCents);
            Assert.Equal(isBrief, row.AuthMerchantAmountCents is null);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_the_statuses_that_are_wanted_are_asked_for(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync(Documented.Select((status, i) => new Row(HistoryWorld.Start.AddHours(-i), status)));

        Assert.Equal(2, (await world.ReadAsync(card, new HistoryQuery { Statuses = ["DECLINED", "PENDING"] })).Length);
        Assert.All(await world.QueriesAsync(), query => Assert.Equal("DECLINED,PENDING", HttpUtility.ParseQueryString(query)["status"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("vc_1")]
    [InlineData("../virtualcards")]
    public async Task An_id_in_another_form_is_asked_of_nobody(string id)
    {
        await using var world = await HistoryWorld.StartAsync(older: true);

        Assert.Equal(ExtendFault.AnswerInconsistent, (await Assert.ThrowsAsync<ExtendException>(() => world.ReadAsync(id))).Fault);
        await Assert.ThrowsAsync<ArgumentException>(() => RecentAsync(world, id, 25));
        Assert.Empty(await world.QueriesAsync());
    }

    private static Task<IReadOnlyList<Transaction>?> RecentAsync(HistoryWorld world, string card, int count) =>
        world.Client.FindRecentTransactionsAsync(card, count, new Asking("test"), default);
}
