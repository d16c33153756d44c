using System.Text;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Hostile;

/// <summary>What a client can do below HTTP. Each gets a refusal or a closed connection, and the next client gets its answer.</summary>
public sealed class SocketTests(DemoService demo) : IClassFixture<DemoService>
{
    private const string Token = $"token: {VtsApp.Token}\r\n";
    private const string Last = $"{Token}Connection: close\r\n";
    private const string Get = $"GET /me HTTP/1.1\r\nHost: x\r\n{Token}";
    private const string GetLast = $"GET /me HTTP/1.1\r\nHost: x\r\n{Last}";

    // What a smuggler wants answered as a request of its own.
    private const string Smuggled = $"GET /cards HTTP/1.1\r\nHost: x\r\n{Token}\r\n";

    private readonly VtsApp _vts = demo.App;

    public static TheoryData<string, string> Refused() => new()
    {
        { "no HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" },
        { "HTTP/0.9", "GET /me\r\n\r\n" },
        { "no version", $"GET /me \r\n{Last}\r\n" },
        { "another version", $"GET /me HTTP/3.7\r\nHost: x\r\n{Last}\r\n" },
        { "HTTP/2's preface in clear text", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0" },
        { "a line of 1 MB", $"GET /{new string('a', 1024 * 1024)} HTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
        { "a header of 1 MB", $"{GetLast}x-odd: {new string('a', 1024 * 1024)}\r\n\r\n" },
        { "a header's name of 1 MB", $"{GetLast}{new string('a', 1024 * 1024)}: x\r\n\r\n" },
        { "3000 headers", $"{GetLast}{string.Concat(Enumerable.Repeat("x: y\r\n", 3000))}\r\n" },
        { "100,000 headers", $"{GetLast}{string.Concat(Enumerable.Repeat("x: y\r\n", 100_000))}\r\n" },
        { "a method of 1 MB", $"{new string('A', 1024 * 1024)} /me HTTP/1.1\r\n\r\n" },
        { "NUL in the line", $"GET /m\0e HTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
        { "NUL in the method", $"GE\0T /me HTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
        { "NUL in a header", $"{GetLast}x-odd: a\0b\r\n\r\n" },
        { "CR alone in a header", $"{GetLast}x-odd: a\rx: y\r\n\r\n" },
        { "a header without a colon", $"{GetLast}x-odd\r\n\r\n" },
        { "a header without a name", $"{GetLast}: x\r\n\r\n" },
        { "a space before the colon", $"{GetLast}x-odd : a\r\n\r\n" },
        { "a line folded", $"{GetLast}x-odd: a\r\n b\r\n\r\n" },
        { "a first header folded", $"GET /me HTTP/1.1\r\n Host: x\r\n{Last}\r\n" },
        { "two hosts", $"{GetLast}Host: y\r\n\r\n" },
        { "two targets", $"GET /me /me HTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
        { "another host in the target", $"GET http://a.example/me HTTP/1.1\r\nHost: b.example\r\n{Last}\r\n" },
        { "authority-form", $"GET a.example:80 HTTP/1.1\r\nHost: a.example:80\r\n{Last}\r\n" },
        { "CONNECT", $"CONNECT a.example:80 HTTP/1.1\r\nHost: a.example:80\r\n{Last}\r\n" },
        { "CONNECT to a path", $"CONNECT /me HTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
        { "a method in small letters", $"get /me HTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
        { "a star", $"GET * HTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
        { "a star's OPTIONS", $"OPTIONS * HTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
        { "a tab for a space", $"GET\t/me\tHTTP/1.1\r\nHost: x\r\n{Last}\r\n" },
    };

    public static TheoryData<string, string> Cut() => new()
    {
        { "nothing", "" },
        { "half a line", "GET /me HT" },
        { "half the headers", "GET /me HTTP/1.1\r\nHost: x\r\ntok" },
        { "no end of the headers", Get },
        { "a line that does not end", $"GET /{new string('a', 1024 * 1024)}" },
        { "nothing but ends of lines", string.Concat(Enumerable.Repeat("\r\n", 5000)) },
        { "half a body", $"{Get}Content-Length: 5\r\n\r\nhe" },
    };

    public static TheoryData<string, string> Smuggling() => new()
    {
        { "length and chunks", $"{Get}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "chunks and length", $"{Get}Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n" },
        { "two lengths", $"{Get}Content-Length: 0\r\nContent-Length: 90\r\n\r\n" },
        { "the same length twice", $"{Get}Content-Length: 0\r\nContent-Length: 0\r\n\r\n" },
        { "lengths by comma", $"{Get}Content-Length: 0, 90\r\n\r\n" },
        { "a length with a sign", $"{Get}Content-Length: +0\r\n\r\n" },
        { "a negative length", $"{Get}Content-Length: -1\r\n\r\n" },
        { "a length in hexadecimal", $"{Get}Content-Length: 0x0\r\n\r\n" },
        { "a length beyond all", $"{Get}Content-Length: 18446744073709551616\r\n\r\n" },
        { "a space before the length's colon", $"{Get}Content-Length : 0\r\n\r\n" },
        { "a space before the encoding's colon", $"{Get}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" },
        { "another encoding", $"{Get}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" },
        { "chunked and then not", $"{Get}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" },
        { "chunked twice", $"{Get}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "an encoding folded", $"{Get}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" },
        { "an encoding with a vertical tab", $"{Get}Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n" },
        { "chunks in HTTP/1.0", $"GET /me HTTP/1.0\r\nConnection: keep-alive\r\n{Token}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "a size that is none", $"{Get}Transfer-Encoding: chunked\r\n\r\nG\r\n\r\n" },
        { "a negative size", $"{Get}Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n" },
        { "a size with 0x", $"{Get}Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" },
        { "a size beyond all", $"{Get}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n" },
        { "a size that wraps round", $"{Get}Transfer-Encoding: chunked\r\n\r\n100000000\r\n" },
        { "a chunk longer than its size", $"{Get}Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n" },
        { "a chunk's extension that ends in LF", $"{Get}Transfer-Encoding: chunked\r\n\r\n0;\n\r\n" },
        { "a body in a trailer", $"{Get}Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 90\r\nno colon\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_request_is_refused_or_the_connection_closed(string what, string request)
    {
        Assert.SkipWhen(Face.IsGateway, Face.SocketReason);
        var answer = await SendAsync(request);

        // 505 is the web server's own word for another version of HTTP.
        Assert.Matches("^(HTTP/1.1 (4..|505) |$)", what.StartsWith("HTTP/2", StringComparison.Ordinal) ? Printable(answer) : answer);
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Cut))]
    public async Task What_is_cut_off_is_refused_or_the_connection_closed(string what, string request)
    {
        Assert.SkipWhen(Face.IsGateway, Face.SocketReason);
        var answer = Encoding.Latin1.GetString(await Wire.SendAsync(_vts.Address, Encoding.Latin1.GetBytes(request), isCut: true));

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || what == "half a body", $"{what}: {answer}");
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Smuggling))]
    public async Task What_is_smuggled_behind_a_body_that_is_unclear_is_not_answered(string what, string request)
    {
        Assert.SkipWhen(Face.IsGateway, Face.SocketReason);
        var answer = await SendAsync($"{request}{Smuggled}{GetLast}\r\n");

        Assert.True(Answers(answer) <= 1, $"{what}: {answer}");
        Assert.Matches("^(HTTP/1.1 (200|4..) |$)", answer);
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("an empty one", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("one with extensions and trailers", "Transfer-Encoding: chunked\r\n\r\n5;a=b;c=\"d\"\r\nhello\r\n0;x\r\nx-trailer: y\r\n\r\n")]
    [InlineData("one in two encodings", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("one without content", "Content-Length: 0\r\n\r\n")]
    [InlineData("one with a length", "Content-Length: 5\r\n\r\nhello")]
    public async Task A_request_with_a_body_is_answered_and_is_the_last_of_its_connection(string what, string rest)
    {
        Assert.SkipWhen(Face.IsGateway, Face.SocketReason);
        var answer = await SendAsync($"{Get}{rest}{GetLast}\r\n");

        Assert.True(answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && Answers(answer) == 1, $"{what}: {answer}");
        Assert.Contains("\r\nConnection: close\r\n", answer);
    }

    [Fact]
    public async Task A_body_without_an_end_is_not_waited_for()
    {
        Assert.SkipWhen(Face.IsGateway, Face.SocketReason);
        var endless = string.Concat(Enumerable.Repeat($"1000\r\n{new string('a', 4096)}\r\n", 300));

        var answer = await SendAsync($"{Get}Transfer-Encoding: chunked\r\n\r\n{endless}");

        Assert.True(Answers(answer) <= 1, answer);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task A_hundred_requests_in_a_row_are_answered_in_their_order()
    {
        Assert.SkipWhen(Face.IsGateway, Face.SocketReason);
        string[] ids = [.. (await _vts.ListAsync("/cards")).Select(card => (string)card!["id"]!)];
        var asked = Enumerable.Range(0, 100).Select(i => ids[i * 7 % ids.Length]).ToList();

        var answer = await SendAsync(string.Concat(asked.Select((id, i) => $"GET /cards/{id}?fields=id HTTP/1.1\r\nHost: x\r\n{Token}{(i == 99 ? "Connection: close\r\n" : "")}\r\n")));

        Assert.Equal(asked.Select(id => $"{{\"id\":\"{id}\"}}"), answer.Split('\n').Where(line => line.StartsWith('{')).Select(line => line.Split('}')[0] + "}"));
        Assert.Equal(100, Answers(answer));
    }

    [Fact]
    public async Task A_request_that_comes_byte_by_byte_is_answered()
    {
        await using var client = await SlowClient.OpenAsync(_vts.Address);
        foreach (var letter in Encoding.Latin1.GetBytes(GetLast + "\r\n"))
        {
            await client.SendAsync([letter]);
        }

        Assert.StartsWith("HTTP/1.1 200", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Who_does_not_end_its_headers_is_not_waited_for_without_end()
    {
        Assert.SkipWhen(Face.IsGateway, Face.SocketReason);
        List<SlowClient> clients = [];
        for (var i = 0; i < 50; i++)
        {
            clients.Add(await SlowClient.OpenAsync(_vts.Address));
            await clients[i].SendAsync(Encoding.Latin1.GetBytes(Get));
        }

        await StillAnswersAsync();
        foreach (var client in clients)
        {
            Assert.Matches("^(HTTP/1.1 408|$)", await client.ReadToEndAsync());
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task Who_asks_and_does_not_read_is_heard_no_more_and_holds_up_nobody()
    {
        Assert.SkipWhen(Face.IsGateway, Face.SocketReason);
        var request = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat($"GET /cards?fields=all HTTP/1.1\r\nHost: x\r\n{Token}\r\n", 50)));
        var before = _vts.Memory;
        List<SlowClient> clients = [];
        for (var i = 0; i < 5; i++)
        {
            clients.Add(await SlowClient.OpenAsync(_vts.Address));
            Assert.InRange(await clients[i].SendUntilStuckAsync(request), 1, 10_000_000);
        }

        await StillAnswersAsync();
        Assert.InRange(_vts.Memory - before, long.MinValue, 64 * 1024 * 1024);
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task Bare_line_feeds_end_lines_or_are_refused_but_make_no_second_request()
    {
        var answer = await SendAsync($"GET /me HTTP/1.1\nHost: x\n{Token}Connection: close\n\n");

        Assert.Matches("^HTTP/1.1 (200|400)", answer);
        Assert.Equal(1, Answers(answer));
    }

    private static int Answers(string answer) => answer.Split("HTTP/1.1 ").Length - 1;

    // An answer in the frames of HTTP/2 is a refusal too, as it ends the connection.
    private static string Printable(string answer) => answer.StartsWith('\0') ? "" : answer;

    private async Task<string> SendAsync(string request) => Encoding.Latin1.GetString(await Wire.SendAsync(_vts.Address, Encoding.Latin1.GetBytes(request)));

    private async Task StillAnswersAsync() => Assert.StartsWith("HTTP/1.1 200", await SendAsync(GetLast + "\r\n"));
}
