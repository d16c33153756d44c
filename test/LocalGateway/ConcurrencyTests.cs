namespace Vts.LocalGateway.Tests;

/// <summary>Calls at the same time.</summary>
public sealed class ConcurrencyTests(DynamoDb dynamoDb)
{
    [Fact]
    public async Task Calls_at_once_get_processes_of_their_own_up_to_the_limit_and_then_wait_in_line()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, concurrency: 2);

        var echoes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => gateway.EchoAsync("/cards")));

        Assert.Equal(8, echoes.Select(echo => (string?)echo["id"]).Distinct().Count());
        Assert.InRange(echoes.Select(echo => (int)echo["pid"]!).Distinct().Count(), 1, 2);
        Assert.InRange(gateway.Server.Instances.Count, 1, 2);
    }

    [Fact]
    public async Task A_call_that_waits_in_line_too_long_is_told_that_the_service_took_too_long()
    {
        using var template = new TemplateVariant(
            "AWS::ApiGateway::Method", "GatewayApicardsGET", properties => properties["Integration"]!["TimeoutInMillis"] = 1500);
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, concurrency: 1, template: template.Path);
        await gateway.EchoAsync("/cards");
        var pid = gateway.Server.Instances[0].Pid;
        gateway.Server.Freeze(pid);

        using var first = new HttpClient { BaseAddress = gateway.Server.Address };
        var answers = await Task.WhenAll(first.GetAsync("/cards"), gateway.Http.GetAsync("/cards"));

        foreach (var answer in answers)
        {
            await ProblemAssert.IsAsync(504, "service_timeout", answer);
            answer.Dispose();
        }

        gateway.Server.Thaw(pid);
        await gateway.EchoAsync("/cards");
    }
}
