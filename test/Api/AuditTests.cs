using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

public sealed class AuditTests
{
    private const string Id = "vc_A681POqRINI7goyrCNPff7";

    [Theory]
    [InlineData("/cards", "listCards", null, 64)]
    [InlineData("/cards/active", "listActiveCards", null, 40)]
    [InlineData("/cards/" + Id, "getCard", Id, 1)]
    [InlineData("/cards/" + Id + "/transactions", "listCardTransactions", Id, 9)]
    public async Task Who_read_what_is_recorded_with_how_much_and_how_old(string path, string operation, string? card, int rows)
    {
        await using var vts = await VtsApp.StartAsync();

        var entry = await AuditEvents.OfAsync(vts, await vts.SendAsync(path));

        Assert.Equal(("tester", operation, 200, rows), ((string?)entry["caller"], (string?)entry["operation"], (int)entry["status"]!, (int)entry["rows"]!));
        Assert.Equal(card, entry["cards"]?.AsArray().Select(id => (string?)id).Single());
        Assert.InRange((int)entry["ageSeconds"]!, 0, 20);
        Assert.Equal("127.0.0.1", (string?)entry["address"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string?)entry["time"]);
        Assert.Null(entry["code"]);
    }

    [Fact]
    public async Task What_failed_is_recorded_too_and_says_how()
    {
        await using var vts = await VtsApp.StartAsync(settings: [("Extend:Retries", "0")]);
        var invalid = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards", token: "wrong"));
        var missing = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards/" + Id, token: null));
        var unknown = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards/vc_0000000000000000000000"));
        var parameter = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards?x=1"));
        await vts.Simulator.FaultAsync("serverError", "/virtualcards");
        var fault = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards/" + Id));

        Assert.Equal(("listCards", 401, "token_invalid", "unknown", null), Told(invalid));
        Assert.Equal(("getCard", 401, "token_missing", "missing", null), Told(missing));
        Assert.Equal(("getCard", 404, "card_not_found", null, "tester"), Told(unknown));
        Assert.Equal(("listCards", 400, "unknown_parameter", null, "tester"), Told(parameter));
        Assert.Equal(("getCard", 502, "extend_failed", null, "tester"), Told(fault));
        Assert.Equal(Id, (string?)fault["cards"]![0]);
        Assert.All([invalid, missing, unknown, parameter, fault], entry => Assert.Null(entry["rows"]));
    }

    [Fact]
    public async Task A_key_pasted_into_any_place_of_a_request_is_not_in_the_record()
    {
        await using var vts = await VtsApp.StartAsync();
        foreach (var path in new[] { "/cards/vts_canary", "/cards/vts_canary/transactions", "/cards?token=vts_canary", "/vts_canary" })
        {
            using var response = await vts.SendAsync(path, headers: [("X-Forwarded-For", "vts_canary"), ("User-Agent", "vts_canary")]);
        }

        var last = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards/vts_canary", token: "vts_canary"));

        Assert.Equal("malformed", (string?)last["cards"]![0]);
        Assert.DoesNotContain("vts_canary", vts.Log);
    }

    [Fact]
    public async Task An_address_that_anybody_could_write_is_not_believed()
    {
        await using var vts = await VtsApp.StartAsync();

        var entry = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards", headers: [("X-Forwarded-For", "198.51.100.9"), ("Forwarded", "for=198.51.100.9")]));

        Assert.Equal("127.0.0.1", (string?)entry["address"]);
    }

    [Fact(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task An_address_that_a_configured_proxy_says_is_believed_and_none_beyond_it()
    {
        await using var vts = await VtsApp.StartAsync(settings: [("Proxies:0", "127.0.0.1"), ("Proxies:1", "10.0.0.0/8")]);

        var entry = await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards", headers: ("X-Forwarded-For", "192.0.2.1, 198.51.100.9, 10.1.2.3")));

        Assert.Equal("198.51.100.9", (string?)entry["address"]);
    }

    [Fact(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Health_docs_and_the_contract_are_not_recorded_and_unknown_paths_once_a_second()
    {
        await using var vts = await VtsApp.StartAsync();
        foreach (var path in new[] { "/health/live", "/health/ready", "/swagger.yaml", "/docs/" })
        {
            using var response = await vts.SendAsync(path, token: null);
        }

        foreach (var _ in Enumerable.Range(0, 50))
        {
            using var response = await vts.SendAsync("/nothing", token: null);
        }

        await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards"));

        var events = AuditEvents.Line().Matches(vts.Log).Select(match => match.Value).ToList();
        Assert.InRange(events.Count, 2, 20);
        Assert.All(events[..^1], line => Assert.Contains("\"code\":\"route_not_found\"", line));
    }

    [Fact]
    public async Task Turning_the_log_down_does_not_turn_the_record_off()
    {
        await using var vts = await VtsApp.StartAsync(settings: ("Logging:LogLevel:Default", "Error"));

        await AuditEvents.OfAsync(vts, await vts.SendAsync("/cards"));
    }

    private static (string?, int, string?, string?, string?) Told(JsonObject entry) =>
        ((string?)entry["operation"], (int)entry["status"]!, (string?)entry["code"], (string?)entry["refused"], (string?)entry["caller"]);
}
