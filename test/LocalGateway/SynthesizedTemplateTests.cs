namespace Vts.LocalGateway.Tests;

/// <summary>The template that is deployed, as the gateway reads it.</summary>
public sealed class SynthesizedTemplateTests(DynamoDb dynamoDb)
{
    [Fact]
    public async Task Every_route_of_the_deployed_template_leads_to_its_function_and_every_fault_has_its_problem()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        await Task.WhenAll(new[] { "/cards", "/cards/active", "/cards/vc_1", "/cards/vc_1/transactions", "/transactions", "/transactions/summary", "/me" }.Select(gateway.EchoAsync));
        Assert.Equal(FaultyFunctions.Names.Except(["KeepSessions"]).Order(), gateway.Server.Instances.Select(instance => instance.Function).Order());
        Assert.Equal(FaultyFunctions.Names.Order(), gateway.Server.Functions);

        await IsAsync(404, "route_not_found", gateway, new(HttpMethod.Get, "/nothing"));
        await IsAsync(405, "method_not_allowed", gateway, new(HttpMethod.Post, "/cards/vc_1"));
        await IsAsync(405, "method_not_allowed", gateway, new(HttpMethod.Put, "/cards") { Content = new StringContent("x") });
        await IsAsync(413, "request_too_large", gateway, new(HttpMethod.Get, $"/cards?fields={new string('x', 10_300)}"));
        await IsAsync(500, "internal_error", gateway, new(HttpMethod.Get, "/transactions?do=exit"));
    }

    private static async Task IsAsync(int status, string code, Gateway gateway, HttpRequestMessage request)
    {
        using (request)
        using (var answer = await gateway.Http.SendAsync(request))
        {
            await ProblemAssert.IsAsync(status, code, answer);
        }
    }
}
