using System.Net;
using System.Text;
using CsCheck;

namespace Extend.Simulator.Tests;

/// <summary>No input, however odd, gives a 5xx or hangs.</summary>
public sealed class OddInputTests
{
    private static readonly string[] Paths =
    [
        "/virtualcards", $"/virtualcards/{Sim.TravelCard}/transactions", "/reports/transactions/v2", "/reports/transactions",
        "/creditcards", "/events", "/expensedata/categories",
    ];

    private static readonly string[] Names =
    [
        "page", "count", "perPage", "statuses", "status", "search", "sortField", "sortDirection", "sort", "since", "until", "before", "after",
        "issued", "pendingRequest", "recipient", "cardholder", "cardholderOrViewer", "creditCardId", "virtualCardId", "minClearingBillingCents",
        "maxClearingBillingCents", "receiptMissing", "receiptStatus", "expenseCategoryStatuses", "type", "active", "required", "x",
    ];

    private static readonly string[] Texts =
    [
        "", "-1", "NaN", "1e9", "0x10", "%00", "%FF%FE", "null", "true", "-", "--", "me", "9223372036854775807", "-9223372036854775808",
        "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.999+0000", "0001-01-01T00:00:00.000+0000", "2026-03-15T00:00:00+14:00", ",,,", "%",
    ];

    private static readonly string[] PathsById =
    [
        "virtualcards/{0}", "virtualcards/{0}/transactions", "transactions/{0}", "creditcards/{0}", "events/{0}", "users/{0}",
        "saas/{0}/usages", "sim/tenants/{0}/cards",
    ];

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.String,
        Gen.Int.Select(number => number.ToString()),
        Gen.Const("").Select(_ => new string('9', 400)),
        OneOf(Texts));

    [Fact]
    public async Task Odd_query_values_never_give_5xx()
    {
        await using var sim = await Sim.StartAsync();
        var query = Gen.Select(OneOf(Names), Value).Array[1, 4];

        await Gen.Select(OneOf(Paths), query).SampleAsync(
            async (path, parameters) =>
            {
                var text = string.Join('&', parameters.Select(parameter => $"{parameter.Item1}={Encode(parameter.Item2)}"));
                var status = await sim.StatusAsync($"{path}?{text}");
                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{path}?{text}: {status}");
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public async Task Odd_ids_never_give_5xx()
    {
        await using var sim = await Sim.StartAsync();

        await Value.Where(value => value.Length > 0).SampleAsync(
            async id =>
            {
                foreach (var path in PathsById)
                {
                    var status = (int)await sim.StatusAsync("/" + string.Format(path, Encode(id)));
                    Assert.True(status is 200 or 400 or 404 or 405, $"{path} {id}: {status}");
                }
            },
            iter: 100,
            threads: 1);
    }

    [Fact]
    public async Task Long_ids_and_lines_never_give_5xx()
    {
        await using var sim = await Sim.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync("/virtualcards/vc_" + new string('a', 7_900)));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, await sim.StatusAsync("/virtualcards/vc_" + new string('a', 9_000)));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards?search=" + new string('a', 7_900)));
    }

    [Theory]
    [InlineData("GET /virtualcards/\u0001\u00ff HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /virtualcards/%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /virtualcards?search=\u00ff\u00fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /virtualcards HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: \u00ff\u00fe\r\nAuthorization: Basic \u00ff\r\n\r\n")]
    [InlineData("G\u0000T / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST /signin HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\n\u00ff\u00fe\u00fd")]
    public async Task Bytes_that_are_no_request_never_give_5xx(string request)
    {
        await using var sim = await Sim.StartAsync();

        using var raw = await RawHttp.SendAsync(sim.Address, Encoding.Latin1.GetBytes(request));

        Assert.Matches("^HTTP/1.1 4[0-9]{2}", raw.Text);
    }

    [Fact]
    public async Task Odd_bodies_never_give_5xx()
    {
        await using var sim = await Sim.StartAsync();
        string[] bodies =
        [
            "", "x", "[]", "1", "null", "\"\"", "{}", """{"a":"\ud800"}""", """{"\ud800":1}""", """{"kind":"\ud800"}""", """{"a":1,"a":2}""",
            string.Concat(Enumerable.Repeat("[", 100_000)), """{"displayName":""" + string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60)) + "}",
            """{"status":"\u0000","createdAt":"0001-01-01T00:00:00.000+0000"}""", """{"createdAt":"9999-12-31T23:59:59.999+0000","limitCents":9223372036854775807}""",
            """{"authedAt":"9999-12-31T23:59:59.999-1200","authBillingAmountCents":-9223372036854775808,"type":"CREDIT"}""", """{"id":null,"clearedAt":5}""",
        ];
        string[] paths =
        [
            "POST /signin", "POST /renewauth", "POST /forgot", "PATCH /sim/switches", "POST /sim/faults", "PUT /sim/tenants/odd", "POST /sim/tenants/demo/cards",
            $"PATCH /sim/tenants/demo/cards/{Sim.TravelCard}", $"POST /sim/tenants/demo/cards/{Sim.TravelCard}/transactions", "POST /sim/tenants/demo/transactions/x/clear",
        ];

        foreach (var path in paths)
        {
            foreach (var body in bodies)
            {
                using var response = await sim.PostAsync(path.Split(' ')[1], body, new HttpMethod(path.Split(' ')[0]));
                Assert.True((int)response.StatusCode < 500, $"{path} {body[..Math.Min(80, body.Length)]}: {response.StatusCode}");
            }
        }

        await sim.ControlAsync("PATCH", "/switches", """{"absentMembers":"null","refundSign":"positive"}""");
        await sim.ControlAsync("DELETE", "/faults");
        await sim.ControlAsync("POST", "/faults", """{"kind":"extraMembers"}""");
        foreach (var path in Paths)
        {
            Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync($"{path}?sort=amount"));
        }
    }

    private static Gen<string> OneOf(string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static string Encode(string value) => value.StartsWith('%') ? value : Uri.EscapeDataString(value);
}
