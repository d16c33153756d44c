using CsCheck;
using Vts.Aws.Lambda.Http;
using Vts.Aws.Lambda.Runtime;
using Vts.Testing.Hostile;

namespace Vts.Aws.Tests.Hostile;

/// <summary>Whatever Lambda hands over, it is a request or an event that is refused.</summary>
public sealed class EventsTests
{
    private const string One =
        """{"resource":"/cards/{cardId}","path":"/cards/vc_1","httpMethod":"GET","headers":{"ToKeN":"b","X-Forwarded-Proto":"https"},"multiValueHeaders":{"ToKeN":["a","b"],"x-none":null},"queryStringParameters":{"a":"2"},"multiValueQueryStringParameters":{"a":["1","2 3&=%"],"é":[""]},"pathParameters":{"cardId":"vc_1"},"requestContext":{"stage":"prod","path":"/prod/cards/vc_1","protocol":"HTTP/1.1","identity":{"sourceIp":"203.0.113.9"}},"body":"aGVsbG8=","isBase64Encoded":true}""";

    private const string Two =
        """{"version":"2.0","rawPath":"/prod/cards","rawQueryString":"a=1&a=2%20","cookies":["one=1","two=2"],"headers":{"token":"a,b"},"requestContext":{"stage":"prod","http":{"method":"GET","protocol":"HTTP/1.1","sourceIp":"203.0.113.9"}},"isBase64Encoded":false}""";

    private const string Single = """{"path":"/cards","httpMethod":"HEAD","headers":{"token":"a"},"multiValueHeaders":null,"queryStringParameters":{"limit":"5"},"body":null}""";

    [Fact]
    public void Whatever_an_event_holds_it_is_a_request_or_refused() => Gen.Int.Sample(
        seed =>
        {
            var json = Mutated.Of(seed, One, Two, Single);
            Parsing.Holds(json, () => GatewayRequest.Of(GatewayEvent.Read(json)), fault => fault is InvalidEventException);
        },
        iter: 5000);

    [Theory]
    [InlineData(One)]
    [InlineData(Two)]
    [InlineData(Single)]
    public void A_right_event_is_read_or_the_rest_would_prove_nothing(string json) =>
        Assert.StartsWith("/cards", GatewayRequest.Of(GatewayEvent.Read(System.Text.Encoding.UTF8.GetBytes(json))).Path);
}
