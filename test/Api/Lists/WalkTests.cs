using System.Globalization;
using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Lists;

/// <summary>Walks a whole history page by page while it changes. VTS_LONG=1: 100 seeds, and 50,000 transactions once.</summary>
public sealed class WalkTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VTS_LONG") == "1";

    public static TheoryData<bool, int, int, int> Walks()
    {
        var walks = new TheoryData<bool, int, int, int>();
        foreach (var older in new[] { false, true })
        {
            walks.Add(older, IsLong ? 100 : 3, IsLong ? 20 : 8, IsLong ? 500 : 120);
            if (IsLong)
            {
                walks.Add(older, 1, 1_000, 50);
            }
        }

        return walks;
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task What_was_there_throughout_appears_exactly_once_however_much_comes_and_changes(bool older, int seeds, int cards, int each)
    {
        await using var vts = await VtsApp.StartAsync(older, "walk");
        for (var seed = 0; seed < seeds; seed++)
        {
            await vts.Simulator.TenantAsync("walk", cards, each);
            var random = new Random(seed);
            var (cardIds, there, pending) = await ReadAsync(vts);
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            await foreach (var page in Pages.WalkAsync(vts, $"/transactions?limit={random.Next(20, 501).ToString(CultureInfo.InvariantCulture)}"))
            {
                foreach (var row in page)
                {
                    var id = (string)row!["id"]!;
                    seen[id] = seen.GetValueOrDefault(id) + 1;
                }

                await ChangeAsync(vts, random, cardIds, pending);
            }

            Assert.All(seen, row => Assert.Equal(1, row.Value));
            Assert.Superset(there, seen.Keys.ToHashSet(StringComparer.Ordinal));
        }
    }

    private static async Task<(List<string> CardIds, HashSet<string> There, List<string> Pending)> ReadAsync(VtsApp vts)
    {
        var cardIds = (await vts.Simulator.CardsAsync("walk")).Select(card => (string)card!["id"]!).ToList();
        var (there, pending) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var cardId in cardIds)
        {
            foreach (var row in await vts.Simulator.TransactionsAsync(cardId, "walk"))
            {
                there.Add((string)row!["id"]!);
                if ((string)row["status"]! == "PENDING")
                {
                    pending.Add((string)row["id"]!);
                }
            }
        }

        return (cardIds, there, pending);
    }

    // New purchases, some of which Extend tells late, and old ones that settle or are withdrawn.
    private static async Task ChangeAsync(VtsApp vts, Random random, List<string> cardIds, List<string> pending)
    {
        for (var i = 0; i < 3; i++)
        {
            var members = new JsonObject();
            if (random.Next(3) == 0)
            {
                members["authedAt"] = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(200_000))
                    .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
            }

            await vts.Simulator.AddTransactionAsync("walk", cardIds[random.Next(cardIds.Count)], members);
            if (pending.Count > 0)
            {
                var at = random.Next(pending.Count);
                await vts.Simulator.SettleAsync(pending[at], random.Next(2) == 0, "walk");
                pending.RemoveAt(at);
            }
        }
    }
}
