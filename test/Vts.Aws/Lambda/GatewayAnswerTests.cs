using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Vts.Aws.Lambda.Http;

namespace Vts.Aws.Tests.Lambda;

public sealed class GatewayAnswerTests
{
    [Fact]
    public void Format_one_has_single_and_multiple_headers_apart()
    {
        var headers = new HeaderDictionary { ["ETag"] = "\"a\"", ["Set-Cookie"] = new(["a=1", "b=2"]), ["Content-Length"] = "2" };

        Assert.Equal(
            """{"statusCode":200,"headers":{"ETag":"\"a\""},"multiValueHeaders":{"Set-Cookie":["a=1","b=2"]},"body":"[]","isBase64Encoded":false}""",
            Write(200, headers, "[]"u8.ToArray(), isVersionTwo: false));
    }

    [Fact]
    public void Format_two_joins_headers_and_has_cookies_apart()
    {
        var headers = new HeaderDictionary { ["Vary"] = new(["token", "Accept"]), ["set-cookie"] = new(["a=1", "b=2"]) };

        Assert.Equal(
            """{"statusCode":404,"headers":{"Vary":"token, Accept"},"cookies":["a=1","b=2"],"body":"","isBase64Encoded":false}""",
            Write(404, headers, [], isVersionTwo: true));
    }

    [Fact]
    public void The_length_of_a_body_that_is_not_sent_is_told()
    {
        var answer = JsonNode.Parse(Write(200, new HeaderDictionary { ["Content-Length"] = "8932" }, [], isVersionTwo: false))!;

        Assert.Equal("8932", (string?)answer["headers"]!["Content-Length"]);
    }

    [Fact]
    public void Bytes_that_are_no_text_go_as_base64()
    {
        var answer = JsonNode.Parse(Write(200, new HeaderDictionary(), [0x1f, 0x8b, 0xff], isVersionTwo: false))!;

        Assert.Equal((true, "H4v/"), ((bool)answer["isBase64Encoded"]!, (string?)answer["body"]));
    }

    [Fact]
    public void Whatever_the_body_it_arrives_as_it_was() => Gen.Select(Gen.Byte.Array[0, 100], Gen.String, Gen.Bool).Sample((bytes, text, isText) =>
    {
        var body = isText ? Encoding.UTF8.GetBytes(text) : bytes;

        var answer = JsonNode.Parse(Write(200, new HeaderDictionary(), body, isVersionTwo: true))!;

        var arrived = (string)answer["body"]!;
        Assert.Equal(body, (bool)answer["isBase64Encoded"]! ? Convert.FromBase64String(arrived) : Encoding.UTF8.GetBytes(arrived));
    });

    [Fact]
    public void How_long_a_text_becomes_is_known_ahead() => Gen.String[Gen.Char["ab\"\\/\b\t\n\f\r\0\u001f\u007f\u2028é😀"], 0, 50].Sample(odd =>
    {
        var text = Encoding.UTF8.GetBytes(odd);

        var json = QuotedText.Of(text);

        Assert.Equal(text.Length + QuotedText.Growth(text) + 2, json.Length);
        Assert.Equal(Encoding.UTF8.GetString(text), (string?)JsonNode.Parse(json));
    });

    [Fact]
    public void No_header_value_holds_what_a_gateway_refuses() => Gen.String.Sample(value =>
    {
        var answer = JsonNode.Parse(Write(200, new HeaderDictionary { ["x-odd"] = value }, [], isVersionTwo: false))!;

        var sent = (string)answer["headers"]!["x-odd"]!;
        Assert.Equal(value.Length, sent.Length);
        Assert.All(sent, character => Assert.True(character is >= ' ' and <= '~' or '\t'));
    });

    private static string Write(int status, IHeaderDictionary headers, byte[] body, bool isVersionTwo) =>
        Encoding.UTF8.GetString(GatewayAnswer.Write(status, headers, body, isVersionTwo).Span);
}
