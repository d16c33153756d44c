using Extend.Transactions;

namespace Extend.Tests.Transactions.History;

public sealed class MomentWalkTests
{
    [Theory]
    [InlineData("exclusive", 30)]
    [InlineData("exclusive", 300)]
    [InlineData("inclusive", 30)]
    [InlineData("inclusive", 300)]
    public async Task Rows_of_one_millisecond_are_all_told(string cursor, int count)
    {
        await using var world = await HistoryWorld.StartAsync(older: true, ("cursor", cursor));
        var card = await world.AddCardAsync([.. Row.Hourly(10), .. Enumerable.Repeat(new Row(HistoryWorld.Start.AddMilliseconds(-1)), count)]);

        Assert.Equal((await world.AllAsync(card)).Select(row => row.Id), await world.ReadAsync(card, new HistoryQuery { Expected = 5 }));
    }

    [Theory]
    [InlineData("exclusive")]
    [InlineData("inclusive")]
    public async Task All_rows_of_the_first_moment_wanted_are_told(string cursor)
    {
        await using var world = await HistoryWorld.StartAsync(older: true, ("cursor", cursor));
        var first = HistoryWorld.Start.AddHours(-2);
        var card = await world.AddCardAsync([.. Row.Hourly(2), .. Enumerable.Repeat(new Row(first), 40), new Row(first.AddMilliseconds(-1))]);

        Assert.Equal(42, (await world.ReadAsync(card, new HistoryQuery { From = first, Expected = 5 })).Length);
    }

    [Fact]
    public async Task More_rows_of_one_millisecond_than_a_page_holds_are_a_fault_and_no_loop()
    {
        await using var world = await HistoryWorld.StartAsync(older: true);
        var card = await world.AddCardAsync([.. Enumerable.Repeat(new Row(HistoryWorld.Start), 501), new(HistoryWorld.Start.AddDays(-1))]);

        var fault = await Assert.ThrowsAsync<ExtendException>(() => world.ReadAsync(card));

        Assert.Equal(ExtendFault.AnswerInconsistent, fault.Fault);
        Assert.InRange((await world.QueriesAsync()).Length, 2, 10);
    }

    [Fact]
    public async Task Pages_grow_so_that_a_long_history_takes_few_calls()
    {
        await using var world = await HistoryWorld.StartAsync(older: true);
        var card = await world.AddCardAsync(Row.Hourly(900));

        Assert.Equal(900, (await world.ReadAsync(card)).Length);
        Assert.InRange((await world.QueriesAsync()).Length, 5, 7);
    }

    [Fact]
    public async Task Reading_stops_below_the_first_moment_wanted()
    {
        await using var world = await HistoryWorld.StartAsync(older: true);
        var card = await world.AddCardAsync(Row.Hourly(300));

        var rows = await world.ReadAsync(card, new HistoryQuery { From = HistoryWorld.Start.AddHours(-10) });

        Assert.Equal(11, rows.Length);
        Assert.Single(await world.QueriesAsync());
    }

    [Fact]
    public async Task A_card_denied_in_the_middle_is_a_fault_and_no_end()
    {
        await using var world = await HistoryWorld.StartAsync(older: true);
        var card = await world.AddCardAsync(Row.Hourly(100));
        var calls = 0;

        var fault = await Assert.ThrowsAsync<ExtendException>(() =>
            world.ReadWhileAsync(card, new HistoryQuery(), () => ++calls == 1 ? world.DenyOnceAsync(card) : Task.CompletedTask));

        Assert.Equal(ExtendFault.AnswerInconsistent, fault.Fault);
    }

    [Fact]
    public async Task A_question_that_Extend_refuses_is_a_fault_and_no_unknown_card()
    {
        await using var world = await HistoryWorld.StartAsync(older: true);
        var card = await world.AddCardAsync(Row.Hourly(3));
        await world.DenyOnceAsync(card);

        var fault = await Assert.ThrowsAsync<ExtendException>(() => world.ReadAsync(card, new HistoryQuery { Before = HistoryWorld.Start }));

        Assert.Equal(ExtendFault.AnswerInconsistent, fault.Fault);
    }
}
