using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Extend.Simulator.Tests.Faults;

/// <summary>Faults of an Extend that is not only ill but hostile.</summary>
public sealed class HostileFaultTests
{
    [Theory]
    [InlineData("""{"kind":"plantedMember"}""", "\"balanceCents\":1e400")]
    [InlineData("""{"kind":"plantedMember","member":"id","value":"vc/../x"}""", "\"id\":\"vc/../x\"")]
    [InlineData("""{"kind":"plantedMember","member":"status","value":{"a":[1]}}""", "\"status\":{\"a\":[1]}")]
    [InlineData("""{"kind":"repeatedMember","member":"balanceCents"}""", "\"balanceCents\":255,\"balanceCents\":null")]
    [InlineData("""{"kind":"wrongTotals","items":-3,"pages":7}""", "\"totalItems\":61,\"numberOfPages\":71")]
    public async Task The_members_of_one_name_are_spoilt_in_every_object(string fault, string expected)
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", fault);

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards?count=1");

        Assert.Contains(expected, await response.Content.ReadAsStringAsync(Sim.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_member_is_in_no_object()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"missingMember","member":"displayName"}""");

        Assert.All((await sim.GetAsync("/virtualcards")).Items("virtualCards"), card => Assert.False(card.Has("displayName")));
    }

    [Fact]
    public async Task Broken_text_is_no_utf8()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"brokenText","member":"displayName"}""");

        using var response = await sim.SendAsync(HttpMethod.Get, $"/virtualcards/{Sim.TravelCard}");
        var body = await response.Content.ReadAsByteArrayAsync(Sim.Cancellation);

        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body));
        Assert.Contains($"\"id\":\"{Sim.TravelCard}\"", Encoding.Latin1.GetString(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_json_comes_whole_and_is_none()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"cutJson"}""");

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards");
        var body = await response.Content.ReadAsStringAsync(Sim.Cancellation);

        Assert.StartsWith("{\"pagination\"", body, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(body));
    }

    [Theory]
    [InlineData("""{"kind":"emptyBody"}""", 204)]
    [InlineData("""{"kind":"emptyBody","status":200}""", 200)]
    public async Task An_empty_body_is_empty(string fault, int status)
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", fault);

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards");

        Assert.Equal((status, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Sim.Cancellation)));
    }

    [Fact]
    public async Task An_endless_body_goes_on_until_the_client_leaves()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"endlessBody"}""");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/issuers");
        using var response = await sim.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Sim.Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Sim.Cancellation);
        await body.ReadExactlyAsync(new byte[8 * 1024 * 1024], Sim.Cancellation);

        Assert.Null(response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_compressed_body_is_small_until_it_is_opened()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"compressedBody","bytes":10000000}""");
        using var opening = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }) { BaseAddress = sim.Address };

        using var closed = await sim.SendAsync(HttpMethod.Get, "/virtualcards");
        var opened = await opening.GetByteArrayAsync("/virtualcards", Sim.Cancellation);

        Assert.Equal("gzip", closed.Content.Headers.ContentEncoding.Single());
        Assert.InRange((await closed.Content.ReadAsByteArrayAsync(Sim.Cancellation)).Length, 100, 100_000);
        Assert.InRange(opened.Length, 10_000_000, 11_000_000);
    }

    [Fact]
    public async Task A_slow_body_comes_byte_by_byte()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"slowBody","milliseconds":10}""");
        await sim.ControlAsync("POST", "/faults", """{"kind":"errorIn200","error":"x"}""");
        var started = Stopwatch.GetTimestamp();

        Assert.Equal("""{"error":"x"}""", (await sim.GetAsync("/virtualcards")).GetRawText());

        Assert.True(Stopwatch.GetElapsedTime(started) > TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task Endless_pages_are_full_and_never_the_same()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"endlessPages"}""");

        var first = (await sim.GetAsync("/virtualcards?count=50&page=0")).Items("virtualCards").Select(card => card.Text("id"));
        var later = await sim.GetAsync("/virtualcards?count=50&page=900");
        var rows = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions?count=500&before=2026-01-01T00:00:00.000Z")).Items("transactions");
        var report = (await sim.GetAsync("/reports/transactions/v2?page=3&perPage=100")).GetProperty("report").Items("transactions");

        Assert.Equal(100, first.Concat(later.Items("virtualCards").Select(card => card.Text("id"))).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(902, later.GetProperty("pagination").Number("numberOfPages"));
        Assert.Equal(500, rows.Select(row => row.Text("id")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, row => Assert.StartsWith("2025-12-31T23:59:59", row.Text("authedAt"), StringComparison.Ordinal));
        Assert.Equal(100, report.Length);
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/issuers"));
    }

    [Fact]
    public async Task Lists_come_reversed_and_twice()
    {
        await using var sim = await Sim.StartAsync();
        var right = (await sim.GetAsync("/virtualcards?count=3")).Items("virtualCards").Select(card => card.Text("id")).ToArray();
        await sim.ControlAsync("POST", "/faults", """{"kind":"reversedLists"}""");
        await sim.ControlAsync("POST", "/faults", """{"kind":"repeatedItems"}""");

        var wrong = (await sim.GetAsync("/virtualcards?count=3")).Items("virtualCards").Select(card => card.Text("id"));

        Assert.Equal(right.Reverse().SelectMany(id => new[] { id, id }), wrong);
    }

    [Fact]
    public async Task A_header_comes_beside_the_others()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"header","name":"Retry-After","value":"-1"}""");

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards");

        Assert.Equal("-1", response.Headers.NonValidated["Retry-After"].ToString());
    }

    [Fact]
    public async Task A_raw_answer_is_exactly_what_was_given()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"rawAnswer","times":1,"text":"HTTP/1.1 299 Odd\r\nX: \u00ff\r\nContent-Length: 2\r\n\r\nno"}""");

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards");

        Assert.Equal((299, "no"), ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Sim.Cancellation)));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards"));
    }

    [Theory]
    [InlineData("""{"kind":"header","name":"a:b"}""", "name")]
    [InlineData("""{"kind":"header","value":"a\r\nb: c"}""", "value")]
    [InlineData("""{"kind":"emptyBody","status":100}""", "status")]
    [InlineData("""{"kind":"slowBody","milliseconds":0}""", "milliseconds")]
    public async Task What_cannot_be_sent_is_400(string fault, string expected)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.PostAsync("/sim/faults", fault);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(Sim.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_bears_every_other()
    {
        await using var sim = await Sim.StartAsync();
        var kinds = (await sim.ControlAsync("GET", "")).GetProperty("faults").Names().ToArray();
        string[] slow = ["endlessBody", "slowBody", "compressedBody", "rawAnswer", "latency", "hugeBody"];

        foreach (var outer in kinds.Except(slow, StringComparer.Ordinal))
        {
            foreach (var inner in kinds.Except(slow, StringComparer.Ordinal))
            {
                await sim.ControlAsync("DELETE", "/faults");
                await sim.ControlAsync("DELETE", "/requests");
                await sim.ControlAsync("POST", "/faults", $$"""{"kind":"{{outer}}"}""");
                await sim.ControlAsync("POST", "/faults", $$"""{"kind":"{{inner}}"}""");
                try
                {
                    using var response = await sim.SendAsync(HttpMethod.Get, $"/virtualcards/{Sim.TravelCard}");
                }
                catch (HttpRequestException)
                {
                    // Broken on purpose.
                }

                Assert.Equal(1, (await sim.ControlAsync("GET", "/requests")).GetArrayLength());
            }
        }
    }
}
