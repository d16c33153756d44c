using Extend;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class RefreshTests
{
    [Fact]
    public async Task What_is_read_often_is_refreshed_once_before_its_time_and_nobody_waits()
    {
        using var world = new KeptWorld();
        using var refreshes = world.Collect("vts.freshness.refreshes");
        await ReadAsync(world, times: 4);
        world.Clock.Advance(TimeSpan.FromSeconds(4));
        world.Gate = new TaskCompletionSource();

        Assert.All(await ReadAsync(world, times: 5), answer => Assert.Equal(("1", Origin.Hit), (answer.Value, answer.Vintage.Origin)));
        world.Gate.SetResult();
        await refreshes.WaitForMeasurementsAsync(1, TimeSpan.FromSeconds(20));

        Assert.Equal("text", Assert.Single(refreshes.GetMeasurementSnapshot()).Tags["vts.resource"]);
        Assert.Equal(2, world.Asked);
        Assert.Equal("2", (await world.ReadAsync())!.Value);
    }

    [Fact]
    public async Task What_is_read_seldom_is_not_refreshed_ahead()
    {
        using var world = new KeptWorld();
        await world.ReadAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(4.5));
        await world.ReadAsync();

        Assert.Equal(1, world.Asked);
    }

    [Fact]
    public async Task A_refresh_that_fails_is_counted_not_repeated_and_takes_nothing_away()
    {
        using var world = new KeptWorld();
        using var refreshes = world.Collect("vts.freshness.refreshes");
        await ReadAsync(world, times: 4);
        world.Clock.Advance(TimeSpan.FromSeconds(4.5));
        world.Fault = ExtendFault.ServerError;
        await ReadAsync(world, times: 5);
        await refreshes.WaitForMeasurementsAsync(1, TimeSpan.FromSeconds(20));

        Assert.All(await ReadAsync(world, times: 5), answer => Assert.Equal("1", answer.Value));
        Assert.Equal(2, world.Asked);
        var failed = Assert.Single(refreshes.GetMeasurementSnapshot());
        Assert.Equal(("text", "ServerError"), (failed.Tags["vts.resource"], failed.Tags["error.type"]));
    }

    [Fact]
    public async Task Hits_misses_stale_answers_and_bytes_are_measured()
    {
        using var world = new KeptWorld();
        using var reads = world.Collect("vts.freshness.reads");
        using var size = world.Collect("vts.freshness.kept.size");
        await ReadAsync(world, times: 2);
        world.Clock.Advance(TimeSpan.FromSeconds(6));
        world.Fault = ExtendFault.ServerError;
        await world.ReadAsync(new Demand(StaleIfError: TimeSpan.FromMinutes(1)));
        size.RecordObservableInstruments();

        Assert.Equal(["miss", "hit", "stale"], reads.GetMeasurementSnapshot().Select(read => read.Tags["vts.outcome"]));
        Assert.All(reads.GetMeasurementSnapshot(), read => Assert.Equal("text", read.Tags["vts.resource"]));
        Assert.Equal(1, Assert.Single(size.GetMeasurementSnapshot()).Value);
    }

    private static async Task<List<Fresh<string>>> ReadAsync(KeptWorld world, int times)
    {
        var answers = new List<Fresh<string>>();
        for (var i = 0; i < times; i++)
        {
            answers.Add((await world.ReadAsync())!);
        }

        return answers;
    }
}
