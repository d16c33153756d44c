using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>Events and answers of payload 2.0.</summary>
public sealed class PayloadTwoTests(DynamoDb dynamoDb)
{
    [Fact]
    public async Task An_event_has_lower_case_joined_headers_cookies_apart_and_the_raw_query()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, PayloadVersion.Two);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cards/vc_1?a=1&a=%202");
        request.Headers.TryAddWithoutValidation("ToKeN", "demo");
        request.Headers.TryAddWithoutValidation("Cookie", "x=1; y=2");

        var @event = (await gateway.EchoAsync(request))["event"]!;

        Assert.Equal(("2.0", "GET /cards/{cardId}", "/cards/vc_1", "a=1&a=%202"), ((string?)@event["version"], (string?)@event["routeKey"], (string?)@event["rawPath"], (string?)@event["rawQueryString"]));
        Assert.Equal("""{"a":"1, 2"}""", @event["queryStringParameters"]!.ToJsonString());
        Assert.Equal("""["x=1","y=2"]""", @event["cookies"]!.ToJsonString());
        Assert.Equal("demo", (string?)@event["headers"]!["token"]);
        Assert.Equal("vc_1", (string?)@event["pathParameters"]!["cardId"]);
        Assert.Equal(("GET", "/cards/vc_1"), ((string?)@event["requestContext"]!["http"]!["method"], (string?)@event["requestContext"]!["http"]!["path"]));
        Assert.Null(@event["httpMethod"]);
    }

    [Fact]
    public async Task An_answer_may_set_cookies_and_needs_no_status()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, PayloadVersion.Two);
        var answer = new JsonObject { ["statusCode"] = 200, ["cookies"] = new JsonArray("x=1", "y=2"), ["headers"] = new JsonObject { ["WWW-Authenticate"] = "Bearer" } };

        using var full = await gateway.Http.GetAsync($"/cards?do=answer&answer={Uri.EscapeDataString(answer.ToJsonString())}");
        Assert.Equal(["x=1", "y=2"], full.Headers.GetValues("Set-Cookie"));
        Assert.Equal("Bearer", full.Headers.WwwAuthenticate.ToString());

        Assert.Equal("""{"hello":"world"}""", await gateway.Http.GetStringAsync("/cards?do=nostatus"));
    }
}
