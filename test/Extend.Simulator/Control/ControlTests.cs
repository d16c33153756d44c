using System.Net;
using System.Text.Json;

namespace Extend.Simulator.Tests.Control;

public sealed class ControlTests
{
    [Fact]
    public async Task The_log_tells_what_was_asked_and_no_secret()
    {
        await using var sim = await Sim.StartAsync();
        var (token, refreshToken) = await sim.SignInAsync();
        await sim.WithTokenAsync(token, "/virtualcards?count=1");
        await sim.StatusAsync("/issuers", "other");
        await sim.StatusAsync("/nothing");

        var log = await sim.ControlAsync("GET", "/requests");

        Assert.Equal(
            [
                "POST /signin  none  200", "GET /virtualcards ?count=1 older demo 200", "GET /issuers  current other 200", "GET /nothing  current demo 404",
            ],
            log.Items().Select(item => string.Join(' ', item.Text("method"), item.Text("path"), item.Text("query"), item.Text("door"), item.Text("tenant"), item.Number("status"))));
        foreach (var secret in new[] { token, refreshToken, "password", "apik_other", "YXBpa19vdGhlcjpvdGhlcg" })
        {
            Assert.DoesNotContain(secret, log.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_log_can_be_filtered_counted_and_emptied()
    {
        await using var sim = await Sim.StartAsync();
        await sim.StatusAsync("/virtualcards");
        await sim.StatusAsync($"/virtualcards/{Sim.TravelCard}");
        await sim.StatusAsync("/issuers");

        Assert.Equal(2, (await sim.ControlAsync("GET", "/requests?path=/virtualcards&method=GET")).GetArrayLength());
        Assert.Equal(0, (await sim.ControlAsync("GET", "/requests?method=POST")).GetArrayLength());
        Assert.Equal(3, (await sim.ControlAsync("GET", "/requests/count")).Number("count"));
        await sim.ControlAsync("DELETE", "/requests");
        Assert.Equal(0, (await sim.ControlAsync("GET", "/requests/count")).Number("count"));
    }

    [Fact]
    public async Task The_count_tells_how_many_were_under_way_at_once()
    {
        await using var sim = await Sim.StartAsync(("latency", "300"));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => sim.StatusAsync("/issuers")));

        Assert.Equal("""{"count":3,"mostAtOnce":3}""", (await sim.ControlAsync("GET", "/requests/count")).GetRawText());
        await sim.ControlAsync("DELETE", "/requests");
        Assert.Equal("""{"count":0,"mostAtOnce":0}""", (await sim.ControlAsync("GET", "/requests/count")).GetRawText());
    }

    [Fact]
    public async Task One_request_after_another_is_one_at_once()
    {
        await using var sim = await Sim.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            await sim.StatusAsync("/issuers");
        }

        Assert.Equal("""{"count":50,"mostAtOnce":1}""", (await sim.ControlAsync("GET", "/requests/count")).GetRawText());
    }

    [Fact]
    public async Task A_request_given_up_is_under_way_no_longer()
    {
        await using var sim = await Sim.StartAsync(("latency", "600000"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Sim.Cancellation);
        var asked = sim.Http.GetAsync("/issuers", patience.Token);
        while ((await sim.ControlAsync("GET", "/requests/count")).Number("mostAtOnce") == 0)
        {
            await Task.Yield();
        }

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        // The count starts anew with what is under way, which falls to none once the server has seen the client go.
        do
        {
            await sim.ControlAsync("DELETE", "/requests");
        }
        while ((await sim.ControlAsync("GET", "/requests/count")).Number("mostAtOnce") > 0);
    }

    [Fact]
    public async Task The_index_names_every_path_switch_and_fault()
    {
        await using var sim = await Sim.StartAsync();

        var index = await sim.ControlAsync("GET", "");

        Assert.Contains("GET /sim/switches", index.GetProperty("paths").Names());
        Assert.Equal((await sim.ControlAsync("GET", "/switches")).Names(), index.GetProperty("switches").Names());
        Assert.Contains("serverError", index.GetProperty("faults").Names());
    }

    [Theory]
    [InlineData("""{"nothing":1}""", "tokenLife")]
    [InlineData("""{"tokenForm":"paper"}""", "jwt | opaque")]
    [InlineData("""{"tokenLife":0}""", "seconds")]
    [InlineData("""{"latency":5,"tokenLife":true}""", "seconds")]
    [InlineData("""{"latency":5,"badCredentials":418}""", "401 | 400 | 403 | 422")]
    [InlineData("[]", "object")]
    [InlineData("{", "JSON")]
    [InlineData("NaN", "JSON")]
    public async Task A_change_of_switches_that_cannot_be_names_what_can_and_changes_nothing(string body, string expected)
    {
        await using var sim = await Sim.StartAsync();
        var before = (await sim.ControlAsync("GET", "/switches")).GetRawText();

        using var response = await sim.PostAsync("/sim/switches", body, HttpMethod.Patch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(Sim.Cancellation), StringComparison.Ordinal);
        Assert.Equal(before, (await sim.ControlAsync("GET", "/switches")).GetRawText());
    }

    [Fact]
    public async Task Reset_puts_everything_back()
    {
        await using var sim = await Sim.StartAsync(("defaultCardCount", "10"));
        var (token, refreshToken) = await sim.SignInAsync();
        var before = (await sim.GetAsync("/virtualcards")).GetRawText();
        await sim.ControlAsync("PATCH", "/switches", """{"defaultCardCount":50}""");
        await sim.ControlAsync("POST", "/faults", """{"kind":"serverError"}""");
        await sim.ControlAsync("DELETE", $"/tenants/demo/cards/{Sim.TravelCard}");
        await sim.ControlAsync("PUT", "/tenants/more", "{}");

        await sim.ControlAsync("POST", "/reset");

        Assert.Equal(0, (await sim.ControlAsync("GET", "/requests/count")).Number("count"));
        Assert.Equal(before, (await sim.GetAsync("/virtualcards")).GetRawText());
        Assert.Equal(["demo", "other"], (await sim.ControlAsync("GET", "/tenants")).Items().Select(tenant => tenant.Text("name")));
        Assert.Equal(HttpStatusCode.Unauthorized, await sim.WithTokenAsync(token));
        using var renewed = await sim.PostAsync("/renewauth", $$"""{"refreshToken":"{{refreshToken}}"}""");
        Assert.Equal(HttpStatusCode.Unauthorized, renewed.StatusCode);
    }

    [Fact]
    public async Task A_tenant_can_have_any_size_and_any_login()
    {
        await using var sim = await Sim.StartAsync();

        var made = await sim.ControlAsync("PUT", "/tenants/big",
            """{"cards":10000,"transactionsPerCard":25,"apiKey":"apik_custom","apiSecret":"s","email":"Big@Example.com","password":"p"}""");

        Assert.False(made.Has("apiSecret"));
        using var response = await sim.SendAsync(
            HttpMethod.Get, "/virtualcards?count=50&page=199", Sim.Basic("apik_custom", "s"), ("x-extend-api-key", "apik_custom"));
        Assert.Equal("""{"page":199,"pageItemCount":50,"totalItems":10000,"numberOfPages":200}""", (await response.JsonAsync()).GetProperty("pagination").GetRawText());
        using var signedIn = await sim.PostAsync("/signin", """{"email":"big@example.com","password":"p"}""");
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
    }

    [Fact]
    public async Task A_tenant_that_is_replaced_shuts_its_tokens_out_when_its_people_change()
    {
        await using var sim = await Sim.StartAsync();
        var (token, _) = await sim.SignInAsync("other");

        await sim.ControlAsync("PUT", "/tenants/other", """{"cards":0,"seed":5}""");

        Assert.Equal(HttpStatusCode.Unauthorized, await sim.WithTokenAsync(token));
        Assert.Equal("""{"pagination":{"page":0,"pageItemCount":0,"totalItems":0,"numberOfPages":0},"virtualCards":[]}""", (await sim.GetAsync("/virtualcards", "other")).GetRawText());
        Assert.Equal("""{"report":{"page":1,"perPage":25,"count":0,"numPages":0,"transactions":[]}}""", (await sim.GetAsync("/reports/transactions/v2", "other")).GetRawText());
    }

    [Theory]
    [InlineData("""{"cards":-1}""")]
    [InlineData("""{"cards":100001}""")]
    [InlineData("""{"cards":1.5}""")]
    [InlineData("""{"cards":"1"}""")]
    [InlineData("""{"transactionsPerCard":10001}""")]
    [InlineData("""{"password":1}""")]
    [InlineData("""{"crads":1}""")]
    public async Task A_tenant_that_cannot_be_is_400(string body)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.PostAsync("/sim/tenants/odd", body, HttpMethod.Put);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEqual("", Assert.Single((await response.JsonAsync()).Items("details")).Text("error"));
    }

    [Fact]
    public async Task A_tenant_can_be_there_from_the_start()
    {
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Urls = "http://127.0.0.1:0", Tenants = [new TenantOptions { Name = "demo", Cards = 2 }, new TenantOptions { Name = "third", Cards = 3 }] },
            Sim.Cancellation);
        using var http = new HttpClient { BaseAddress = server.Address };

        var tenants = JsonElement.Parse(await http.GetStringAsync("/sim/tenants", Sim.Cancellation)).Items();

        Assert.Equal(["other 8", "demo 2", "third 3"], tenants.Select(tenant => $"{tenant.Text("name")} {tenant.Number("cards")}"));
    }
}
