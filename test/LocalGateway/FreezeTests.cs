using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>When a function's process runs, and when it does not.</summary>
public sealed class FreezeTests(DynamoDb dynamoDb)
{
    private static readonly byte[] Event = "{}"u8.ToArray();

    [Fact]
    public async Task Between_calls_a_process_is_stopped_and_the_next_call_goes_to_the_same_one()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        var first = await gateway.Server.InvokeAsync("ListCards", Event);
        await first.Report;
        var instance = Assert.Single(gateway.Server.Instances);
        Assert.True(instance.IsWaiting);
        await Processes.InStateAsync(instance.Pid, 'T');

        var second = await gateway.Server.InvokeAsync("ListCards", Event);
        var body = JsonNode.Parse((string)JsonNode.Parse(second.Payload.Span)!["body"]!)!;
        Assert.Equal((2, instance.Pid), ((int?)body["call"], (int?)body["pid"]));
    }

    [Fact]
    public async Task A_process_frozen_in_a_call_answers_after_the_thaw()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);
        await (await gateway.Server.InvokeAsync("ListCards", Event)).Report;
        var pid = gateway.Server.Instances[0].Pid;
        gateway.Server.Freeze(pid);

        var call = gateway.EchoAsync("/cards");
        await Processes.UntilAsync(() => !gateway.Server.Instances[0].IsWaiting);
        Assert.Equal('T', Processes.State(pid));
        Assert.False(call.IsCompleted);
        gateway.Server.Thaw(pid);

        Assert.Equal(pid, (int?)(await call)["pid"]);
    }

    [Fact]
    public async Task A_call_has_figures_and_only_the_first_has_those_of_the_start()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        var first = await (await gateway.Server.InvokeAsync("ListCards", Event)).Report;
        var second = await (await gateway.Server.InvokeAsync("ListCards", Event)).Report;

        Assert.True(first is { InitDuration.TotalMilliseconds: > 1, InitCpu.TotalMilliseconds: > 1, MemoryMegabytes: 512, MaxMemoryMegabytes: > 10 });
        Assert.True(first.Duration > TimeSpan.Zero && first.InvokeCpu > TimeSpan.Zero && first.BilledDuration >= first.Duration + first.InitDuration);
        Assert.True(second.InitDuration is null && second.Duration > TimeSpan.Zero && second.InvokeCpu > TimeSpan.Zero);
        Assert.DoesNotContain("Init", second.ToString());
    }
}
