using System.Globalization;
using System.Web;
using CsCheck;
using Extend.Transactions;

namespace Extend.Tests.Transactions.History;

public sealed class ReportWalkTests
{
    [Fact]
    public async Task Bounds_of_days_leave_room_for_every_time_zone()
    {
        await using var world = await HistoryWorld.StartAsync(older: false);
        var card = await world.AddCardAsync(Row.Hourly(30));
        await world.ReadAsync(card);
        var moment = Gen.Long[DateTime.MinValue.AddDays(3).Ticks, DateTime.MaxValue.AddDays(-3).Ticks].Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
        await world.QueriesAsync();

        await Gen.Select(moment, moment, Gen.Int[-14, 14]).Where((from, before, _) => from < before).SampleAsync(
            async (from, before, zone) =>
            {
                await world.ReadAsync(card, new HistoryQuery { From = from, Before = before });

                var query = HttpUtility.ParseQueryString((await world.QueriesAsync())[0]);
                Assert.True(Day(query["since"]) < DateOnly.FromDateTime(from.UtcDateTime.AddHours(zone)));
                Assert.True(Day(query["until"]) > DateOnly.FromDateTime(before.UtcDateTime.AddHours(zone)));
            },
            iter: 30, threads: 1);
    }

    [Fact]
    public async Task Days_are_not_asked_for_while_the_order_is_open()
    {
        await using var world = await HistoryWorld.StartAsync(older: false, ("reportDate", "clearedAt"));
        var card = await world.AddCardAsync(Row.Hourly(60));

        var rows = await world.ReadAsync(card, new HistoryQuery { From = HistoryWorld.Start.AddHours(-50), Before = HistoryWorld.Start.AddHours(-40) });

        Assert.Equal(10, rows.Length);
        Assert.All(await world.QueriesAsync(), query => Assert.DoesNotContain("since", query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_that_turns_out_otherwise_is_not_trusted_any_more()
    {
        await using var world = await HistoryWorld.StartAsync(older: false);
        var card = await world.AddCardAsync(Row.Every(TimeSpan.FromHours(8), 200));
        await world.ReadAsync(card, most: 1);
        await world.SwitchAsync(("reportDate", "clearedAt"));
        var query = new HistoryQuery { Before = HistoryWorld.Start.AddDays(-20) };

        var rows = await world.ReadAsync(card, query);

        Assert.Equal((await world.AllAsync(card)).Where(row => row.AuthedAt < query.Before).Select(row => row.Id), rows);
    }

    [Fact]
    public async Task An_order_that_turns_out_otherwise_in_the_middle_is_a_fault_and_no_list()
    {
        await using var world = await HistoryWorld.StartAsync(older: false);
        var card = await world.AddCardAsync(Row.Every(TimeSpan.FromHours(8), 400));
        await world.ReadAsync(card, most: 1);
        var told = 0;

        var fault = await Assert.ThrowsAsync<ExtendException>(async () =>
        {
            await foreach (var _ in world.Client.ReadHistoryAsync(card, new HistoryQuery(), new Asking("test"), default))
            {
                if (++told == 10)
                {
                    await world.SwitchAsync(("reportDate", "clearedAt"));
                }
            }
        });

        Assert.Equal(ExtendFault.AnswerInconsistent, fault.Fault);
        Assert.InRange(told, 10, 399);
    }

    [Fact]
    public async Task All_rows_of_the_first_moment_wanted_are_told_and_reading_stops_below_it()
    {
        await using var world = await HistoryWorld.StartAsync(older: false);
        await world.ReadAsync(await world.AddCardAsync(Row.Hourly(30)));
        var first = HistoryWorld.Start.AddHours(-2);
        var card = await world.AddCardAsync(
            [.. Row.Hourly(2), .. Enumerable.Repeat(new Row(first), 130), .. Row.Hourly(300).Select(row => row with { AuthedAt = row.AuthedAt.AddHours(-3) })]);
        await world.QueriesAsync();

        Assert.Equal(132, (await world.ReadAsync(card, new HistoryQuery { From = first, Expected = 100 })).Length);
        Assert.InRange((await world.QueriesAsync()).Length, 2, 3);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(198)]
    [InlineData(200)]
    public async Task A_list_of_any_length_ends(int count)
    {
        await using var world = await HistoryWorld.StartAsync(older: false);
        var card = await world.AddCardAsync(Row.Hourly(count));

        Assert.Equal(count, (await world.ReadAsync(card)).Length);
        Assert.InRange((await world.QueriesAsync()).Length, 2, 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(150)]
    public async Task Rows_that_leave_the_filter_while_pages_are_turned_cost_no_other_its_place(int leaving)
    {
        await using var world = await HistoryWorld.StartAsync(older: false);
        await world.ReadAsync(await world.AddCardAsync(Row.Hourly(10)));
        var card = await world.AddCardAsync(Row.Hourly(400).Select(row => row with { Status = "PENDING", ClearedAt = null }));
        var all = (await world.AllAsync(card)).Select(row => row.Id).ToArray();
        var told = new List<string>();

        await foreach (var row in world.Client.ReadHistoryAsync(card, new HistoryQuery { Statuses = ["PENDING"] }, new Asking("test"), default))
        {
            told.Add(row.Id);
            if (told.Count == 190)
            {
                foreach (var id in all[..leaving])
                {
                    await world.ReverseAsync(id);
                }
            }
        }

        Assert.Equal(all, told);
    }

    private static DateOnly Day(string? text) => DateOnly.ParseExact(text!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
