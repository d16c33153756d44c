using System.Text.Json.Nodes;

namespace Extend.Tests.Connections;

public sealed class AskingTests
{
    private const string Card = "vc_A681POqRINI7goyrCNPff7";
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task What_waited_for_its_turn_is_as_old_as_its_call_and_not_as_its_wait()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.Client.ProbeAsync(new Asking("test"), default);
        await world.RequestsAsync();
        await world.ControlAsync(HttpMethod.Patch, "sim/switches", new JsonObject { ["latency"] = Latency.TotalMilliseconds });
        var began = world.Clock.GetUtcNow();

        Asking[] askings = [.. Enumerable.Range(0, world.Client.Concurrency + 1).Select(_ => new Asking("test"))];
        var reads = Task.WhenAll(askings.Select(asking => world.Client.FindVirtualCardAsync(Card, asking, default)));
        while ((int)JsonNode.Parse(await world.ControlAsync(HttpMethod.Get, "sim/requests/count"))!["mostAtOnce"]! < world.Client.Concurrency)
        {
            await Task.Yield();
        }

        // What the simulator is asked between the steps gives it time to see each of them.
        while (!reads.IsCompleted)
        {
            world.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await world.RequestsSoFarAsync();
        }

        await reads;
        Assert.All(askings[..^1], asking => Assert.Equal(began, asking.SentAt));
        Assert.InRange(askings[^1].SentAt!.Value, began + Latency, world.Clock.GetUtcNow() - Latency);
    }

    [Fact]
    public async Task What_was_tried_in_vain_at_first_is_as_old_as_the_call_that_was_answered()
    {
        await using var world = await ExtendWorld.StartAsync();
        await world.RefuseOnceAsync("/virtualcards", 404);
        var asking = new Asking("test");

        await Assert.ThrowsAsync<ExtendException>(() => world.Client.ProbeAsync(asking, default));
        Assert.Null(asking.SentAt);
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await world.Client.ProbeAsync(asking, default);

        Assert.Equal(world.Clock.GetUtcNow(), asking.SentAt);
    }

    [Fact]
    public async Task What_took_many_calls_is_as_old_as_the_first()
    {
        await using var world = await ExtendWorld.StartAsync();
        var (began, asking) = (world.Clock.GetUtcNow(), new Asking("test"));

        await world.Client.ProbeAsync(asking, default);
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await world.Client.ProbeAsync(asking, default);

        Assert.Equal(began, asking.SentAt);
    }
}
