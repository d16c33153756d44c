using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

public sealed class TurnsTests
{
    private const int Sums = 30;
    private const string Card = "/cards/vc_A681POqRINI7goyrCNPff7";

    [Fact(Skip = Face.MemoryReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task A_callers_sums_over_all_cards_do_not_keep_its_next_card_from_it()
    {
        await using var vts = await FreshnessTests.KeepingAsync(older: true, ("Extend:Concurrency", "1"), ("Limits:Concurrency", "64"));
        await vts.ReadAsync("/cards");
        await vts.Simulator.ForgetRequestsAsync();
        await vts.Simulator.SwitchAsync("latency", 200);

        var sums = Enumerable.Range(0, Sums).Select(_ => vts.SendAsync("/transactions/summary?groupBy=month")).ToArray();
        await vts.Simulator.BusyAsync();
        await vts.ReadAsync(Card + "/transactions");

        Assert.InRange((await vts.Simulator.RequestsAsync()).Length, 1, Sums / 2);
        await vts.Simulator.SwitchAsync("latency", 0);
        foreach (var sum in await Task.WhenAll(sums))
        {
            sum.Dispose();
        }
    }
}
