namespace Vts.Functions.Tests;

/// <summary>Lambda stops a function between calls for as long as it likes; its connections do not know. VTS_LONG=1 freezes for more than a minute.</summary>
public sealed class FreezeTests(DynamoDb dynamoDb)
{
    private static readonly TimeSpan Frozen = Environment.GetEnvironmentVariable("VTS_LONG") == "1" ? TimeSpan.FromSeconds(70) : TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_freeze_the_first_call_is_answered_though_every_kept_connection_is_dead(bool older)
    {
        await using var world = await World.StartAsync(dynamoDb, older: older);
        Assert.Equal((200, null), await world.AskAsync());
        var process = world.Gateway.Instances.Single().Pid;
        var frozen = world.Gateway.FreezeAsync(process, Frozen);
        world.Extend.Cut();

        await frozen;

        Assert.Equal((200, null), await world.AskAsync());
        Assert.Equal(process, world.Gateway.Instances.Single().Pid);
    }

    [Fact]
    public async Task A_token_that_ran_out_in_a_freeze_is_replaced_by_the_wall_clock()
    {
        await using var world = await World.StartAsync(dynamoDb);
        await world.SwitchAsync("tokenLife", 1);
        Assert.Equal((200, null), await world.AskAsync());

        await world.Gateway.FreezeAsync(world.Gateway.Instances.Single().Pid, Frozen);

        Assert.Equal((200, null), await world.AskAsync());
        Assert.Equal(1, await world.CountAsync("POST", "/signin"));
        Assert.True(await world.CountAsync("POST", "/renewauth") > 0);
    }

    [Fact]
    public async Task What_was_kept_before_a_freeze_is_as_old_as_it_is_after_it()
    {
        await using var world = await World.StartAsync(dynamoDb, settings: ("Freshness:Cards", "00:00:01"));
        Assert.Equal((200, null), await world.AskAsync());
        var asked = await world.CountAsync("GET", "/virtualcards/vc_A681POqRINI7goyrCNPff7");

        await world.Gateway.FreezeAsync(world.Gateway.Instances.Single().Pid, Frozen);

        using var answer = await world.Http.GetAsync(World.Card);
        Assert.Equal("vts; fwd=miss", answer.Headers.GetValues("Cache-Status").Single().Replace("stale", "miss", StringComparison.Ordinal));
        Assert.Equal(asked + 1, await world.CountAsync("GET", "/virtualcards/vc_A681POqRINI7goyrCNPff7"));
    }
}
