using CsCheck;
using Extend.Transactions;

namespace Extend.Tests.Transactions.History;

public sealed class HistoryTests
{
    public static TheoryData<bool, string, string> Doors { get; } = new()
    {
        { true, "cursor", "exclusive" },
        { true, "cursor", "inclusive" },
        { true, "countOverMaximum", "422" },
        { false, "reportDate", "authedAt" },
        { false, "reportDate", "clearedAt" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task The_whole_walk_is_the_whole_list_in_order(bool older, string name, string value)
    {
        await using var world = await HistoryWorld.StartAsync(older, (name, value));

        await Gen.Select(Row.Any.Array[0, 160], Gen.Int[0, 40], Gen.Bool).SampleAsync(
            async (rows, expected, forgets) =>
            {
                var card = await world.AddCardAsync(rows);
                if (forgets)
                {
                    world.Forget();
                }

                Assert.Equal(Ids(await world.AllAsync(card)), await world.ReadAsync(card, new HistoryQuery { Expected = expected }));
            },
            iter: 12, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Pieces_cut_anywhere_join_to_the_whole(bool older, string name, string value)
    {
        await using var world = await HistoryWorld.StartAsync(older, (name, value));

        await Gen.Select(Row.Any.Array[20, 100], Gen.Int[1, 30].Array[20]).SampleAsync(
            async (rows, cuts) =>
            {
                var card = await world.AddCardAsync(rows);
                var pieces = new List<Transaction>();
                foreach (var cut in cuts.Append(int.MaxValue))
                {
                    HistoryPosition? after = pieces is [.., var last] ? HistoryPosition.Of(last) : null;
                    pieces.AddRange(await world.RowsAsync(card, new HistoryQuery { After = after, Expected = cut }, cut));
                }

                Assert.Equal(Ids(await world.AllAsync(card)), Ids(pieces));
            },
            iter: 6, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_filter_gives_what_it_would_of_the_whole_list(bool older, string name, string value)
    {
        await using var world = await HistoryWorld.StartAsync(older, (name, value));
        var all = new List<(string Card, Transaction[] Rows)>();
        await Row.Any.Array[120].SampleAsync(
            async rows =>
            {
                var card = await world.AddCardAsync(rows);
                all.Add((card, await world.AllAsync(card)));
            },
            iter: 2, threads: 1);
        var moment = from day in Gen.Int[-22, 2] from ticks in Gen.Int[-20_000, 50_000] select HistoryWorld.Start.AddDays(day).AddTicks(ticks);
        var status = Gen.Int[0, TransactionStatus.All.Count - 1].Select(index => TransactionStatus.All[index]);

        await Gen.Select(Gen.Int[0, 1], status.Array[0, 3], Gen.Int[0, 7], moment, moment, Gen.Int[0, 119]).SampleAsync(
            async (which, statuses, parts, from, before, after) =>
            {
                var (card, rows) = all[which];
                var query = new HistoryQuery
                {
                    Statuses = statuses is [] ? null : statuses,
                    From = (parts & 1) > 0 ? from : null,
                    Before = (parts & 2) > 0 ? before : null,
                    After = (parts & 4) > 0 ? HistoryPosition.Of(rows[after]) : null,
                };
                var expected = rows.Where((row, index) =>
                    (query.Statuses is null || query.Statuses.Contains(row.Status, StringComparer.Ordinal))
                    && (query.From is null || row.AuthedAt >= query.From)
                    && (query.Before is null || row.AuthedAt < query.Before)
                    && (query.After is null || index > after));

                Assert.Equal(Ids(expected), await world.ReadAsync(card, query));
            },
            iter: 60, threads: 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_that_leaves_after_one_row_costs_one_call(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync(Row.Hourly(120));

        var first = await world.ReadAsync(card, most: 1);

        Assert.Equal((await world.AllAsync(card))[0].Id, Assert.Single(first));
        Assert.Single(await world.QueriesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_expected_comes_with_one_call_also_after_a_place(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync(Row.Every(TimeSpan.FromHours(8), 120));
        var all = await world.AllAsync(card);

        var top = await world.ReadAsync(card, most: 25);
        var deep = await world.ReadAsync(card, new HistoryQuery { After = HistoryPosition.Of(all[79]) }, most: 25);

        Assert.Equal(Ids(all[..25]), top);
        Assert.Equal(Ids(all[80..105]), deep);
        Assert.Equal(2, (await world.QueriesAsync()).Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_card_and_an_unused_one_give_nothing(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var unknown = "vc_0000000000000000000000";
        var after = new HistoryQuery { After = new(HistoryWorld.Start, "txn_1") };

        Assert.Empty(await world.ReadAsync(unknown));
        Assert.Empty(await world.ReadAsync(unknown, after));
        Assert.Empty(await world.ReadAsync(await world.AddCardAsync()));
        Assert.Empty(await world.ReadAsync(await world.AddCardAsync(), after));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_query_that_nothing_can_match_costs_no_call(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync(Row.Hourly(3));

        Assert.Empty(await world.ReadAsync(card, new HistoryQuery { Statuses = [] }));
        Assert.Empty(await world.ReadAsync(card, new HistoryQuery { From = HistoryWorld.Start, Before = HistoryWorld.Start }));
        Assert.Empty(await world.QueriesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_ends_of_time_are_moments_like_others(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync([.. Row.Hourly(30), new(new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero)), new(new(8999, 12, 31, 0, 0, 0, TimeSpan.Zero))]);
        var all = await world.AllAsync(card);

        Assert.Equal(Ids(all), await world.ReadAsync(card));
        Assert.Equal(Ids(all), await world.ReadAsync(card, new HistoryQuery { From = DateTimeOffset.MinValue, Before = DateTimeOffset.MaxValue }));
        Assert.Equal(Ids(all[1..]), await world.ReadAsync(card, new HistoryQuery { After = HistoryPosition.Of(all[0]) }));
        Assert.Empty(await world.ReadAsync(card, new HistoryQuery { After = HistoryPosition.Of(all[^1]) }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_cards_row_is_a_fault(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync(Row.Hourly(3));
        await world.PatchAsync((await world.AllAsync(card))[1].Id, new() { ["virtualCardId"] = "vc_0000000000000000000000" });

        var fault = await Assert.ThrowsAsync<ExtendException>(() => world.ReadAsync(card));

        Assert.Equal(ExtendFault.AnswerInconsistent, fault.Fault);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_that_has_given_up_asks_nothing(bool older)
    {
        await using var world = await HistoryWorld.StartAsync(older);
        var card = await world.AddCardAsync(Row.Hourly(3));
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await world.Client.ReadHistoryAsync(card, new HistoryQuery(), new Asking("test"), given.Token).FirstAsync());
        Assert.Empty(await world.QueriesAsync());
    }

    private static string[] Ids(IEnumerable<Transaction> rows) => [.. rows.Select(row => row.Id)];
}
