using System.Text;
using System.Text.Json;
using CsCheck;
using Vts.Aws.Lambda.Http;
using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Tests.Lambda;

public sealed class GatewayRequestTests
{
    [Fact]
    public void A_request_of_format_one_is_read_whole()
    {
        var request = GatewayRequest.Of(Read(
            """
            {
              "resource": "/cards/{cardId}", "path": "/cards/vc_1", "httpMethod": "GET",
              "headers": {"ToKeN": "b", "X-Forwarded-Proto": "https"},
              "multiValueHeaders": {"ToKeN": ["a", "b"], "X-Forwarded-Proto": ["https"], "x-none": null},
              "queryStringParameters": {"a": "2"}, "multiValueQueryStringParameters": {"a": ["1", "2 3&=%"], "é": [""]},
              "pathParameters": {"cardId": "vc_1"}, "stageVariables": null,
              "requestContext": {"stage": "prod", "path": "/prod/cards/vc_1", "protocol": "HTTP/1.1", "identity": {"sourceIp": "203.0.113.9"}},
              "body": "aGVsbG8=", "isBase64Encoded": true
            }
            """));

        Assert.Equal(("GET", "/cards/vc_1", "?a=1&a=2%203%26%3D%25&%C3%A9=", "HTTP/1.1", "https"), (request.Method, request.Path, request.QueryString, request.Protocol, request.Scheme));
        Assert.Equal(("/prod", "/cards/vc_1?a=1&a=2%203%26%3D%25&%C3%A9="), (request.PathBase, request.RawTarget));
        Assert.Equal(["a", "b"], request.Headers["TOKEN"].ToArray());
        Assert.Equal("hello", new StreamReader(request.Body).ReadToEnd());
    }

    [Theory]
    [InlineData("\"hello\"", 5L)]
    [InlineData("null", null)]
    public void The_length_of_the_body_is_what_came_whatever_a_header_says(string body, long? length)
    {
        var request = GatewayRequest.Of(GatewayEvent.Read(System.Text.Encoding.UTF8.GetBytes(
            $$"""{"httpMethod":"GET","path":"/cards","headers":{"content-length":"99"},"body":{{body}}}""")));

        Assert.Equal(length, request.Headers.ContentLength);
    }

    [Fact]
    public void A_request_of_format_one_with_nulls_where_a_gateway_writes_them_is_read()
    {
        var request = GatewayRequest.Of(Read(
            """
            {"path": "/cards", "httpMethod": "HEAD", "headers": null, "multiValueHeaders": null, "queryStringParameters": null,
             "multiValueQueryStringParameters": null, "requestContext": null, "body": null, "isBase64Encoded": false}
            """));

        Assert.Equal(("HEAD", "/cards", "", "HTTP/1.1"), (request.Method, request.Path, request.QueryString, request.Protocol));
        Assert.Empty(request.Headers);
        Assert.Equal(-1, request.Body.ReadByte());
    }

    [Fact]
    public void A_request_of_format_one_with_single_values_only_is_read()
    {
        var request = GatewayRequest.Of(Read("""{"path": "/cards", "httpMethod": "GET", "headers": {"token": "a"}, "queryStringParameters": {"limit": "5"}}"""));

        Assert.Equal(("?limit=5", "a"), (request.QueryString, (string?)request.Headers["token"]));
    }

    [Fact]
    public void A_request_of_format_two_is_read_whole()
    {
        var request = GatewayRequest.Of(Read(
            """
            {
              "version": "2.0", "routeKey": "GET /cards", "rawPath": "/prod/cards", "rawQueryString": "a=1&a=2%20",
              "cookies": ["one=1", "two=2"], "headers": {"token": "a,b"}, "queryStringParameters": {"a": "1,2 "},
              "requestContext": {"stage": "prod", "http": {"method": "GET", "path": "/prod/cards", "protocol": "HTTP/1.1", "sourceIp": "203.0.113.9"}},
              "isBase64Encoded": false
            }
            """));

        Assert.Equal(("GET", "/prod", "/cards", "?a=1&a=2%20", "/cards?a=1&a=2%20"), (request.Method, request.PathBase, request.Path, request.QueryString, request.RawTarget));
        Assert.Equal("one=1; two=2", request.Headers.Cookie);
        Assert.Equal("a,b", request.Headers["Token"]);
    }

    [Fact]
    public void The_default_stage_is_no_part_of_the_path()
    {
        var request = GatewayRequest.Of(Read("""{"version": "2.0", "rawPath": "/$default/cards", "requestContext": {"stage": "$default", "http": {"method": "GET"}}}"""));

        Assert.Equal(("", "/$default/cards"), (request.PathBase, request.Path));
    }

    [Theory]
    [InlineData("/prod/cards.csv", "/cards.csv", "/prod")]
    [InlineData("/cards.csv", "/cards.csv", "")]
    [InlineData("/a/b/cards", "/cards", "/a/b")]
    [InlineData("/a%20b/cards", "/cards", "/a b")]
    [InlineData("/prod/cards", "/cards/", "")]
    [InlineData("/other", "/cards", "")]
    [InlineData("//cards", "/cards", "")]
    [InlineData("//evil.example/cards", "/cards", "")]
    [InlineData("/prod//cards", "/cards", "")]
    [InlineData("cards/cards", "/cards", "")]
    [InlineData(null, "/cards", "")]
    public void What_the_address_has_before_the_path_is_the_base_of_paths_and_never_another_host(string? whole, string path, string expected)
    {
        var request = GatewayRequest.Of(new GatewayEvent { HttpMethod = "GET", Path = path, RequestContext = new("prod", whole, null, null, null) });

        Assert.Equal((expected, path, path), (request.PathBase, request.Path, request.RawTarget));
    }

    [Theory]
    [InlineData("/cards/%76c_1", "/cards/vc_1")]
    [InlineData("/cards/%2576c_1", "/cards/%76c_1")]
    [InlineData("/cards/a%2Fb", "/cards/a%2Fb")]
    [InlineData("/cards/%zz", "/cards/%zz")]
    [InlineData("/cards/%ff", "/cards/%ff")]
    [InlineData("/cards/é", "/cards/é")]
    public void Escapes_in_the_path_are_decoded_once(string path, string expected)
    {
        var one = GatewayRequest.Of(new GatewayEvent { HttpMethod = "GET", Path = path });
        var two = GatewayRequest.Of(new GatewayEvent { Version = "2.0", RawPath = path, RequestContext = new(null, null, null, null, new("GET", null, null)) });

        Assert.Equal((expected, expected), (one.Path, two.Path));
        Assert.Equal((path, path), (one.RawTarget, two.RawTarget));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"path": "/cards"}""")]
    [InlineData("""{"httpMethod": "GET"}""")]
    [InlineData("""{"httpMethod": "GET", "path": "cards"}""")]
    [InlineData("""{"httpMethod": "GET", "path": 5}""")]
    [InlineData("""{"httpMethod": "GET", "path": "/", "headers": "x"}""")]
    [InlineData("""{"httpMethod": "GET", "path": "/", "body": "???", "isBase64Encoded": true}""")]
    [InlineData("""{"version": "2.0", "httpMethod": "GET", "path": "/"}""")]
    [InlineData("""{"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}""")]
    public void What_is_no_request_of_a_gateway_is_refused_without_quoting_it(string json)
    {
        var refused = Assert.Throws<InvalidEventException>(() => GatewayRequest.Of(Read(json)));

        Assert.StartsWith("The event ", refused.Message);
        Assert.DoesNotContain("???", refused.Message);
    }

    [Fact]
    public void Whatever_bytes_come_as_an_event_they_are_read_or_refused() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            GatewayRequest.Of(GatewayEvent.Read(bytes));
        }
        catch (InvalidEventException)
        {
        }
    });

    [Fact]
    public void Whatever_stands_in_path_query_and_headers_comes_out_as_it_went_in()
    {
        var text = Gen.String[Gen.Char["ab%&=+ #?é😀\"\\/\0\r\n"], 0, 20].Select(odd => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(odd)));
        Gen.Select(text, text, text).Sample((name, value, header) =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(new
            {
                httpMethod = "GET",
                path = "/cards",
                multiValueQueryStringParameters = new Dictionary<string, string[]> { ["q" + name] = [value] },
                multiValueHeaders = new Dictionary<string, string[]> { ["x-odd"] = [header] },
            });

            var request = GatewayRequest.Of(GatewayEvent.Read(json));

            var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.QueryString);
            Assert.Equal(value, query["q" + name]);
            Assert.Equal(header, request.Headers["x-odd"]);
        });
    }

    private static GatewayEvent Read(string json) => GatewayEvent.Read(Encoding.UTF8.GetBytes(json));
}
