using System.Net;

namespace Vts.LocalGateway.Tests;

/// <summary>What the gateway answers by itself.</summary>
public sealed class RouteTests(DynamoDb dynamoDb)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/cards/vc_1/nothing")]
    [InlineData("/local/cards")]
    [InlineData("/me.csv")]
    [InlineData("/transactions.xml")]
    public async Task An_unknown_path_is_told_as_the_contract_says_and_to_HEAD_without_a_body(string path)
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        using var answer = await gateway.Http.GetAsync(path);
        await ProblemAssert.IsAsync(404, "route_not_found", answer);
        using var head = await gateway.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Empty(gateway.Server.Instances);
    }

    [Theory]
    [InlineData("POST", "application/json")]
    [InlineData("PUT", "text/plain")]
    [InlineData("DELETE", null)]
    [InlineData("OPTIONS", null)]
    public async Task A_method_that_is_not_served_is_told_which_are_whatever_the_media_type(string method, string? mediaType)
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/cards/vc_1");
        request.Content = mediaType is null ? null : new StringContent("x", new System.Net.Http.Headers.MediaTypeHeaderValue(mediaType));

        using var answer = await gateway.Http.SendAsync(request);

        await ProblemAssert.IsAsync(405, "method_not_allowed", answer);
        Assert.Equal("GET, HEAD", string.Join(", ", answer.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("/cards", "ListCards", "/cards", null)]
    [InlineData("/cards/", "ListCards", "/cards", null)]
    [InlineData("/cards/active", "ListActiveCards", "/cards/active", null)]
    [InlineData("/cards/vc_1", "GetCard", "/cards/{cardId}", "vc_1")]
    [InlineData("/cards/a%2Fb", "GetCard", "/cards/{cardId}", "a/b")]
    [InlineData("/cards/vc_1/transactions", "ListCardTransactions", "/cards/{cardId}/transactions", "vc_1")]
    [InlineData("/transactions", "ListTransactions", "/transactions", null)]
    [InlineData("/transactions/summary", "SummarizeTransactions", "/transactions/summary", null)]
    [InlineData("/cards.csv", "ListCards", "/cards.csv", null)]
    [InlineData("/cards/active.json", "ListActiveCards", "/cards/active.json", null)]
    [InlineData("/cards/vc_1/transactions.ndjson", "ListCardTransactions", "/cards/{cardId}/transactions.ndjson", "vc_1")]
    [InlineData("/transactions/summary.csv", "SummarizeTransactions", "/transactions/summary.csv", null)]
    [InlineData("/cards/vc_1.csv", "GetCard", "/cards/{cardId}", "vc_1.csv")]
    [InlineData("/cards/active.xml", "GetCard", "/cards/{cardId}", "active.xml")]
    public async Task Each_path_leads_to_its_function_with_the_path_as_sent(string path, string function, string resource, string? cardId)
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        var echo = await gateway.EchoAsync(path);

        Assert.Equal(function, Assert.Single(gateway.Server.Instances).Function);
        Assert.Equal((resource, path), ((string?)echo["event"]!["resource"], (string?)echo["event"]!["path"]));
        Assert.Equal(cardId, (string?)echo["event"]!["pathParameters"]?["cardId"]);
    }

    [Fact]
    public async Task A_body_over_10_MB_or_a_head_over_10240_bytes_is_too_large_and_one_under_is_not()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        using (var request = new HttpRequestMessage(HttpMethod.Get, "/cards") { Content = new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]) })
        using (var answer = await gateway.Http.SendAsync(request))
        {
            await ProblemAssert.IsAsync(413, "request_too_large", answer);
        }

        using (var answer = await gateway.Http.GetAsync($"/cards?fields={new string('x', 10_300)}"))
        {
            await ProblemAssert.IsAsync(413, "request_too_large", answer);
        }

        Assert.Equal(9_000, ((string?)(await gateway.EchoAsync($"/cards?fields={new string('x', 9_000)}"))["event"]!["queryStringParameters"]!["fields"])!.Length);
    }

    [Fact]
    public async Task Over_the_stages_throttle_a_caller_is_told_to_wait()
    {
        using var template = new TemplateVariant("AWS::ApiGateway::Stage", "GatewayApi", properties =>
        {
            var setting = properties["MethodSettings"]![0]!;
            setting["ThrottlingRateLimit"] = 0.001;
            setting["ThrottlingBurstLimit"] = 1;
        });
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, template: template.Path, enforcesThrottle: true);

        await gateway.EchoAsync("/cards");
        using var answer = await gateway.Http.GetAsync("/cards");

        await ProblemAssert.IsAsync(429, "too_many_requests", answer);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
    }
}
