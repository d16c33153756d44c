using System.Net;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>Events and answers of payload 1.0.</summary>
public sealed class PayloadOneTests(DynamoDb dynamoDb)
{
    private static readonly string[] Members =
    [
        "resource", "path", "httpMethod", "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters",
        "pathParameters", "stageVariables", "requestContext", "body", "isBase64Encoded",
    ];

    [Fact]
    public async Task An_event_has_every_member_with_null_where_there_is_nothing()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        var @event = (await gateway.EchoAsync("/cards"))["event"]!.AsObject();

        Assert.Equal(Members, @event.Select(member => member.Key));
        Assert.All(["queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables", "body"], name => Assert.Null(@event[name]));
        Assert.False((bool?)@event["isBase64Encoded"]);
        var context = @event["requestContext"]!.AsObject();
        Assert.Equal(("/cards", "/cards", "local", "GET", "HTTP/1.1"), ((string?)context["path"], (string?)context["resourcePath"], (string?)context["stage"], (string?)context["httpMethod"], (string?)context["protocol"]));
        Assert.All(["accountId", "apiId", "resourceId", "requestId", "extendedRequestId", "requestTime", "requestTimeEpoch", "domainName", "domainPrefix"], name => Assert.NotNull(context[name]));
        Assert.Equal("127.0.0.1", (string?)context["identity"]!["sourceIp"]);
        Assert.True(context["identity"]!.AsObject().ContainsKey("clientCert"));
    }

    [Fact]
    public async Task Headers_and_query_are_told_last_value_and_all_values_decoded_in_order()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cards?a=1&b=%C3%A4+x%2B&a=2&c");
        request.Headers.TryAddWithoutValidation("ToKeN", "demo");
        request.Headers.TryAddWithoutValidation("x-many", ["one", "two"]);
        request.Headers.TryAddWithoutValidation("TE", "trailers");

        var @event = (await gateway.EchoAsync(request))["event"]!;

        Assert.Equal("""{"a":"2","b":"\u00E4 x\u002B","c":""}""", @event["queryStringParameters"]!.ToJsonString());
        Assert.Equal("""{"a":["1","2"],"b":["\u00E4 x\u002B"],"c":[""]}""", @event["multiValueQueryStringParameters"]!.ToJsonString());
        Assert.Equal("demo", (string?)@event["headers"]!["ToKeN"]);
        Assert.Equal(["demo"], @event["multiValueHeaders"]!["ToKeN"]!.AsArray().Select(value => (string?)value));
        Assert.Null(@event["headers"]!["TE"]);
        Assert.Contains("two", (string?)@event["headers"]!["x-many"]);
        Assert.All(["Host", "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto", "X-Amzn-Trace-Id"], name => Assert.NotNull(@event["headers"]![name]));
    }

    [Fact]
    public async Task The_runtime_is_told_id_deadline_alias_and_the_callers_trace()
    {
        using var template = TemplateVariant.OfListCards();
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, template: template.Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cards");
        request.Headers.Add("X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");
        var before = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());

        var runtime = (await gateway.EchoAsync(request))["runtime"]!;

        Assert.StartsWith("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=", (string?)runtime["Lambda-Runtime-Trace-Id"]);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:vts-test-ListCards:live", (string?)runtime["Lambda-Runtime-Invoked-Function-Arn"]);
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse((string)runtime["Lambda-Runtime-Deadline-Ms"]!)), before.AddSeconds(28), before.AddSeconds(48));
    }

    [Fact]
    public async Task An_answers_headers_are_merged_renamed_and_dropped_as_a_rest_api_does()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        using var answer = await AnswerAsync(gateway, new JsonObject
        {
            ["statusCode"] = 401,
            ["headers"] = new JsonObject { ["WWW-Authenticate"] = "Bearer", ["ETag"] = "\"1\"", ["x-many"] = "one", ["Server"] = "vts", ["Content-Length"] = "99", ["Via"] = "x" },
            ["multiValueHeaders"] = new JsonObject { ["x-many"] = new JsonArray("one", "two") },
            ["body"] = "né",
        });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("né", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(["one", "two"], answer.Headers.GetValues("x-many"));
        Assert.Equal("Bearer", answer.Headers.GetValues("x-amzn-Remapped-WWW-Authenticate").Single());
        Assert.Equal("vts", answer.Headers.GetValues("x-amzn-Remapped-Server").Single());
        Assert.Equal("\"1\"", answer.Headers.ETag?.Tag);
        Assert.Empty(answer.Headers.WwwAuthenticate);
        Assert.Empty(answer.Headers.Via);
        Assert.Equal(3, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_base64_body_is_decoded_only_where_the_api_takes_its_media_type_for_binary()
    {
        var body = new JsonObject { ["statusCode"] = 200, ["headers"] = new JsonObject { ["Content-Type"] = "image/png" }, ["body"] = "AAECAw==", ["isBase64Encoded"] = true };
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);
        using var text = await AnswerAsync(gateway, body);
        Assert.Equal("AAECAw==", await text.Content.ReadAsStringAsync());

        using var template = new TemplateVariant(
            "AWS::ApiGateway::RestApi", "GatewayApi", properties => properties["BinaryMediaTypes"] = new JsonArray("image/png"));
        await using var binary = await Gateway.StartAsync(dynamoDb.Local, template: template.Path);
        using var bytes = await AnswerAsync(binary, body);
        Assert.Equal([0, 1, 2, 3], await bytes.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task HEAD_reaches_the_function_and_its_answer_has_no_body()
    {
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local);

        using var answer = await gateway.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/cards"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("200 HEAD /cards", gateway.Server.Log);
    }

    private static Task<HttpResponseMessage> AnswerAsync(Gateway gateway, JsonObject answer) =>
        gateway.Http.GetAsync($"/cards?do=answer&answer={Uri.EscapeDataString(answer.ToJsonString())}");
}
