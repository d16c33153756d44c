using CsCheck;
using Extend.Transactions;

namespace Extend.Tests.Transactions.History;

public sealed class ChangesDuringTests
{
    [Theory]
    [MemberData(nameof(HistoryTests.Doors), MemberType = typeof(HistoryTests))]
    public async Task What_was_there_throughout_comes_once_and_in_order(bool older, string name, string value)
    {
        await using var world = await HistoryWorld.StartAsync(older, (name, value));
        var change = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1000], Row.Any);

        await Gen.Select(Row.Any.Array[150, 330], change.Array[40], Gen.Bool).SampleAsync(
            async (rows, changes, isFiltered) =>
            {
                var card = await world.AddCardAsync(rows);
                var query = new HistoryQuery { Expected = 20, Statuses = isFiltered ? ["PENDING", "DECLINED", "AUTH_REVERSAL"] : null };
                var before = await world.AllAsync(card);
                var pending = before.Where(row => row.Status == "PENDING").Select(row => row.Id).ToList();
                var next = 0;

                var told = await world.ReadWhileAsync(card, query, async () =>
                {
                    foreach (var each in changes.Skip((next += 8) - 8).Take(8))
                    {
                        await ChangeAsync(world, card, pending, each);
                    }
                });

                var after = (await world.AllAsync(card)).Where(Matches).Select(row => row.Id).ToHashSet();
                var throughout = before.Where(Matches).Select(row => row.Id).Where(after.Contains);
                Assert.Equal(told.Length, told.Select(row => row.Id).Distinct().Count());
                Assert.Equal(told.Select(row => row.Id), told.OrderBy(HistoryPosition.Of).Select(row => row.Id));
                Assert.Equal(throughout, told.Select(row => row.Id).Intersect(throughout));

                bool Matches(Transaction row) => query.Statuses?.Contains(row.Status, StringComparer.Ordinal) is not false;
            },
            iter: 8, threads: 1);
    }

    [Fact]
    public async Task What_settles_and_so_moves_to_the_top_of_an_unproven_report_is_not_lost()
    {
        await using var world = await HistoryWorld.StartAsync(older: false, ("reportDate", "clearedAt"));
        var card = await world.AddCardAsync([.. Row.Hourly(350), .. Enumerable.Range(1, 5).Select(day => new Row(HistoryWorld.Start.AddDays(-30 - day)))]);
        var all = (await world.AllAsync(card)).Select(row => row.Id).ToArray();
        var calls = 0;

        var told = await world.ReadWhileAsync(card, new HistoryQuery(), async () =>
        {
            foreach (var id in ++calls == 2 ? all[^5..] : [])
            {
                await world.ClearAsync(id);
            }
        });

        Assert.Equal(all, told.Select(row => row.Id));
    }

    private static Task ChangeAsync(HistoryWorld world, string card, List<string> pending, (int Kind, int Which, Row Row) change)
    {
        if (change.Kind <= 1 || pending is [])
        {
            return world.AddAsync(card, change.Kind == 0 ? change.Row : new Row(HistoryWorld.Start.AddDays(1)));
        }

        var id = pending[change.Which % pending.Count];
        pending.Remove(id);
        return change.Kind == 2 ? world.ClearAsync(id) : world.ReverseAsync(id);
    }
}
