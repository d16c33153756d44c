namespace Vts.LocalGateway.Tests;

/// <summary>A function that fails in any way: the caller gets the contract's problem, and the next call is well.</summary>
public sealed class FaultTests(DynamoDb dynamoDb)
{
    [Theory]
    [InlineData("/cards?do=exit", "Runtime.ExitError")]
    [InlineData("/cards?do=garbage", "INTEGRATION_FAILURE")]
    [InlineData("/cards?do=wrong", "INTEGRATION_FAILURE")]
    [InlineData("/cards?do=text", "INTEGRATION_FAILURE")]
    [InlineData("/cards?do=nostatus", "INTEGRATION_FAILURE")]
    [InlineData("/cards?do=big", "INTEGRATION_FAILURE")]
    [InlineData("/cards?do=error", "INTEGRATION_FAILURE")]
    [InlineData("/cards?do=newline", "INTEGRATION_FAILURE")]
    [InlineData("/cards?do=umlaut", "INTEGRATION_FAILURE")]
    [InlineData("/cards/active?do=leak", "Runtime.OutOfMemory")]
    [InlineData("/transactions?do=never", "Sandbox.Timedout")]
    public async Task A_fault_in_a_call_is_a_problem_and_the_next_call_is_well(string path, string logged)
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);
        await gateway.EchoAsync(path.Split('?')[0]);

        using (var answer = await gateway.Http.GetAsync(path))
        {
            await ProblemAssert.IsAsync(500, "internal_error", answer);
        }

        Assert.Contains(logged, gateway.Server.Log);
        await gateway.EchoAsync(path.Split('?')[0]);
    }

    [Theory]
    [InlineData("exit", "Runtime.ExitError")]
    [InlineData("error", "Faulty.Error")]
    public async Task A_fault_at_the_start_fails_the_call_and_the_next_call_starts_again(string fault, string logged)
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);
        gateway.Functions.NextStarts(fault);

        using (var answer = await gateway.Http.GetAsync("/cards"))
        {
            await ProblemAssert.IsAsync(500, "internal_error", answer);
        }

        Assert.Contains(logged, gateway.Server.Log);
        Assert.Equal(1, (int?)(await gateway.EchoAsync("/cards"))["call"]);
    }

    [Fact]
    public async Task A_start_that_hangs_is_ended_at_its_limit_and_tried_again_within_the_call()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, initLimit: TimeSpan.FromSeconds(1));
        gateway.Functions.NextStarts("hang");

        var echo = await gateway.EchoAsync("/cards");

        Assert.Equal(1, (int?)echo["call"]);
        Assert.Contains("Init timed out after 1.00 seconds", gateway.Server.Log);
    }

    [Fact]
    public async Task A_second_answer_to_a_call_is_refused_and_the_first_one_stands()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, concurrency: 1);

        var first = await gateway.EchoAsync("/cards?do=twice");
        var second = await gateway.EchoAsync("/cards");

        Assert.Equal(1, (int?)first["call"]);
        Assert.Equal((2, 400), ((int?)second["call"], (int?)second["secondAnswer"]));
    }

    [Theory]
    [InlineData("again", "403")]
    [InlineData("stranger", "400")]
    public async Task A_call_of_the_runtime_api_that_may_not_follow_is_refused(string misstep, string status)
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        Assert.Equal(status, await gateway.Http.GetStringAsync($"/cards?do={misstep}"));
    }

    [Fact]
    public async Task A_process_killed_while_it_waits_is_replaced_without_a_fault()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);
        var pid = (int)(await gateway.EchoAsync("/cards"))["pid"]!;

        Assert.True(gateway.Server.Kill(pid));
        await Processes.GoneAsync(pid);

        Assert.NotEqual(pid, (int?)(await gateway.EchoAsync("/cards"))["pid"]);
    }
}
