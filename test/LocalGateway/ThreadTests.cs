namespace Vts.LocalGateway.Tests;

/// <summary>One request all the way.</summary>
public sealed class ThreadTests(DynamoDb dynamoDb)
{
    [Fact]
    public async Task A_request_reaches_the_function_process_and_its_answer_comes_back()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        var echo = await gateway.EchoAsync("/cards?fields=id");

        Assert.Equal("/cards", (string?)echo["event"]!["path"]);
        Assert.Equal("id", (string?)echo["event"]!["queryStringParameters"]!["fields"]);
        var instance = Assert.Single(gateway.Server.Instances);
        Assert.Equal(("ListCards", (int)echo["pid"]!), (instance.Function, instance.Pid));
    }
}
