using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Lists;

public sealed class FormsTests(DemoService demo) : IClassFixture<DemoService>
{
    private const string CompressReason = "The gateway compresses on AWS; its stand-in does not.";

    private static readonly string[] Lists = ["/cards", "/cards/active", "/cards/vc_A681POqRINI7goyrCNPff7/transactions", "/transactions?limit=40", "/transactions/summary?groupBy=card"];

    private readonly VtsApp _vts = demo.App;

    public static TheoryData<string> EachList() => [.. Lists];

    [Theory]
    [MemberData(nameof(EachList))]
    public async Task A_list_as_ndjson_is_the_rows_of_its_json_and_their_count(string path)
    {
        var rows = await _vts.ListAsync(path);

        var (mediaType, text) = await ReadAsync(path, "application/x-ndjson");

        Assert.Equal("application/x-ndjson; charset=utf-8", mediaType);
        Assert.Equal([.. rows.Select(row => Plain(row!)), $"{{\"rows\":{rows.Count}}}"], text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Plain(JsonNode.Parse(line)!)));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EachList))]
    public async Task A_list_as_csv_has_a_header_a_record_a_row_and_their_count(string path)
    {
        var rows = await _vts.ListAsync(path);

        var (mediaType, text) = await ReadAsync(path, "text/csv");

        var lines = text.Split("\r\n");
        Assert.Equal("text/csv; charset=utf-8; header=present", mediaType);
        Assert.StartsWith(path.StartsWith("/transactions/summary", StringComparison.Ordinal) ? "key," : "id,", lines[0], StringComparison.Ordinal);
        Assert.Equal(rows.Count + 3, lines.Length);
        Assert.StartsWith($"#rows,{rows.Count},", lines[^2], StringComparison.Ordinal);
        Assert.Equal("", lines[^1]);
    }

    [Theory]
    [InlineData("/cards.json", "application/json; charset=utf-8")]
    [InlineData("/cards.csv", "text/csv; charset=utf-8; header=present")]
    [InlineData("/cards/active.ndjson", "application/x-ndjson; charset=utf-8")]
    [InlineData("/transactions.ndjson", "application/x-ndjson; charset=utf-8")]
    [InlineData("/cards/vc_A681POqRINI7goyrCNPff7/transactions.csv", "text/csv; charset=utf-8; header=present")]
    [InlineData("/transactions/summary.csv?groupBy=mcc", "text/csv; charset=utf-8; header=present")]
    public async Task The_end_of_the_path_says_the_form_whatever_is_accepted(string path, string mediaType)
    {
        using var response = await _vts.SendAsync(path, headers: ("Accept", "application/json, text/html"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("/me.json")]
    [InlineData("/cards.xml")]
    [InlineData("/.csv")]
    [InlineData("/cards/.csv")]
    [InlineData("/cards.csv.csv")]
    [InlineData("/cards/vc_A681POqRINI7goyrCNPff7.csv")]
    public async Task A_path_of_no_list_has_no_forms(string path)
    {
        using var response = await _vts.SendAsync(path);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task What_is_in_none_of_the_forms_is_not_acceptable()
    {
        using var response = await _vts.SendAsync("/cards", headers: ("Accept", "application/xml"));

        await ProblemAssert.IsAsync(406, "not_acceptable", response);
    }

    [Fact]
    public async Task A_byte_order_mark_stands_before_a_csv_for_excel_alone()
    {
        using var marked = await _vts.SendAsync("/cards.csv?bom=1");
        using var plain = await _vts.SendAsync("/cards.csv");

        var (with, without) = (await marked.Content.ReadAsByteArrayAsync(), await plain.Content.ReadAsByteArrayAsync());
        Assert.Equal([.. Encoding.UTF8.Preamble, .. without], with);
    }

    [Theory]
    [MemberData(nameof(EachList))]
    public async Task A_list_that_is_written_whole_has_a_tag_a_304_and_the_same_head(string path)
    {
        using var whole = await _vts.SendAsync(path, headers: ("Accept", "text/csv"));
        using var again = await _vts.SendAsync(path, headers: [("Accept", "text/csv"), ("If-None-Match", $"{whole.Headers.ETag}")]);
        using var head = await _vts.SendAsync(path, VtsApp.Token, HttpMethod.Head, ("Accept", "text/csv"));

        Assert.Equal((304, ""), ((int)again.StatusCode, await again.Content.ReadAsStringAsync()));
        Assert.NotNull(whole.Content.Headers.LastModified);
        Assert.Equal((200, whole.Headers.ETag, whole.Content.Headers.ContentLength), ((int)head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_large_answer_comes_compressed_under_a_tag_of_its_own_that_is_known_again(string coding)
    {
        Assert.SkipWhen(Face.IsGateway, CompressReason);
        using var plain = await _vts.SendAsync("/cards");
        using var coded = await _vts.SendAsync("/cards", headers: ("Accept-Encoding", coding));
        using var again = await _vts.SendAsync("/cards", headers: [("Accept-Encoding", coding), ("If-None-Match", $"{coded.Headers.ETag}")]);
        using var small = await _vts.SendAsync("/cards?limit=1&fields=id", headers: ("Accept-Encoding", coding));

        Assert.Equal([coding], coded.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", coded.Headers.Vary);
        Assert.NotEqual(plain.Headers.ETag, coded.Headers.ETag);
        Assert.Equal((304, coded.Headers.ETag), ((int)again.StatusCode, again.Headers.ETag));
        Assert.Empty(small.Content.Headers.ContentEncoding);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await DecodeAsync(coded, coding));
    }

    [Fact]
    public async Task A_stream_too_comes_compressed()
    {
        Assert.SkipWhen(Face.IsGateway, CompressReason);
        using var plain = await _vts.SendAsync("/transactions.csv");
        using var coded = await _vts.SendAsync("/transactions.csv", headers: ("Accept-Encoding", "gzip"));

        Assert.Equal(["gzip"], coded.Content.Headers.ContentEncoding);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await DecodeAsync(coded, "gzip"));
    }

    [Fact]
    public async Task A_stream_gives_the_cards_in_the_order_of_cards_each_newest_first()
    {
        var cards = (await _vts.ListAsync("/cards")).Select(card => (string)card!["id"]!).ToList();
        var merged = await _vts.ListAsync("/transactions");

        var (_, text) = await ReadAsync("/transactions", "application/x-ndjson");

        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(line => JsonNode.Parse(line)!).ToList();
        var expected = merged.OrderBy(row => cards.IndexOf((string)row!["cardId"]!)).Select(row => (string)row!["id"]!);
        Assert.Equal(expected, rows.Select(row => (string)row["id"]!));
    }

    [Fact]
    public async Task All_of_the_history_comes_in_one_answer_where_it_is_asked_for()
    {
        var pages = await Pages.RowsAsync(_vts, "/transactions?limit=500");

        using var response = await _vts.SendAsync("/transactions.ndjson?limit=all");

        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"{{\"rows\":{pages.Count}}}", lines[^1]);
        Assert.Equal(pages.Select(row => (string)row["id"]!).Order(StringComparer.Ordinal), lines[..^1].Select(line => (string)JsonNode.Parse(line)!["id"]!).Order(StringComparer.Ordinal));
        (await _vts.ExpectProblemAsync(400, "invalid_parameter", "/transactions?limit=all")).Dispose();
    }

    private static string Plain(JsonNode node) => node.ToJsonString();

    private static async Task<string> DecodeAsync(HttpResponseMessage response, string coding)
    {
        var coded = await response.Content.ReadAsStreamAsync();
        await using Stream decoded = coding == "br" ? new BrotliStream(coded, CompressionMode.Decompress) : new GZipStream(coded, CompressionMode.Decompress);
        using var reader = new StreamReader(decoded, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private async Task<(string? MediaType, string Text)> ReadAsync(string path, string accept)
    {
        using var response = await _vts.SendAsync(path, headers: ("Accept", accept));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 200, text);
        return (response.Content.Headers.ContentType?.ToString(), text);
    }
}
