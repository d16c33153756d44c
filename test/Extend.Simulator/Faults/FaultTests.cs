using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Simulator.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task The_next_two_reads_of_the_cards_answer_500()
    {
        await using var sim = await Sim.StartAsync();

        await sim.ControlAsync("POST", "/faults", """{"kind":"serverError","path":"/virtualcards","method":"GET","times":2}""");

        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/issuers"));
        Assert.Equal(HttpStatusCode.InternalServerError, await sim.StatusAsync("/virtualcards"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await sim.SendAsync(HttpMethod.Put, "/virtualcards")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, await sim.StatusAsync($"/virtualcards/{Sim.TravelCard}"));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards"));
    }

    [Fact]
    public async Task The_log_tells_who_met_a_fault()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"htmlPage"}""");

        await sim.StatusAsync("/virtualcards", "other");

        var record = (await sim.ControlAsync("GET", "/requests")).Items()[0];
        Assert.Equal("current other 502", $"{record.Text("door")} {record.Text("tenant")} {record.Number("status")}");
    }

    [Fact]
    public async Task A_fault_can_wait_for_a_status()
    {
        await using var sim = await Sim.StartAsync();

        await sim.ControlAsync("POST", "/faults", """{"kind":"serverError","status":503,"whenStatus":404,"times":1}""");

        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await sim.StatusAsync("/virtualcards/vc_x"));
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync("/virtualcards/vc_x"));
    }

    [Fact]
    public async Task Faults_stay_until_they_are_taken_away()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"unauthorized"}""");

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await sim.StatusAsync("/virtualcards"));
        }

        Assert.Equal("""[{"kind":"unauthorized","path":"/","method":null,"whenStatus":null,"left":null}]""", (await sim.ControlAsync("GET", "/faults")).GetRawText());
        await sim.ControlAsync("DELETE", "/faults");
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards"));
    }

    [Theory]
    [InlineData("""{"kind":"htmlPage"}""", 502, "text/html")]
    [InlineData("""{"kind":"htmlPage","status":200}""", 200, "text/html")]
    [InlineData("""{"kind":"challenge"}""", 403, "text/html")]
    [InlineData("""{"kind":"wrongContentType"}""", 200, "text/plain")]
    [InlineData("""{"kind":"wrongContentType","contentType":"application/xml"}""", 200, "application/xml")]
    [InlineData("""{"kind":"errorIn200"}""", 200, "application/json")]
    [InlineData("""{"kind":"serverError","status":504}""", 504, "application/json")]
    public async Task Each_kind_has_its_status_and_type(string fault, int status, string type)
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", fault);

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, (await sim.ControlAsync("GET", "/requests")).Items()[0].Number("status"));
    }

    [Fact]
    public async Task An_error_in_200_has_the_member_error()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"errorIn200","error":"No such thing"}""");

        Assert.Equal("""{"error":"No such thing"}""", (await sim.GetAsync("/virtualcards")).GetRawText());
    }

    [Fact]
    public async Task A_redirect_leads_to_another_host_with_the_path_kept()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"redirect","to":"http://elsewhere.example.com:81/","status":307}""");

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards?count=1&search=%C3%A9");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal("http://elsewhere.example.com:81/virtualcards?count=1&search=%C3%A9", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("""{"kind":"cutBody"}""")]
    [InlineData("""{"kind":"cutBody","bytes":0}""")]
    [InlineData("""{"kind":"dropConnection"}""")]
    public async Task A_broken_connection_is_an_error_of_the_transport(string fault)
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", fault);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sim.SendAsync(HttpMethod.Get, "/virtualcards"));
    }

    [Fact]
    public async Task A_huge_body_is_still_json()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"hugeBody","bytes":3000000}""");

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards");

        Assert.True(response.Content.Headers.ContentLength > 3_000_000);
        Assert.True((await response.JsonAsync()).Has("virtualCards"));
    }

    [Fact]
    public async Task New_words_come_in_every_status()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"unknownEnum","value":"FROZEN"}""");

        Assert.All((await sim.GetAsync("/virtualcards")).Items("virtualCards"), card => Assert.Equal("FROZEN", card.Text("status")));
    }

    [Fact]
    public async Task New_members_come_in_every_object()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"extraMembers"}""");

        var card = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}")).GetProperty("virtualCard");

        Assert.Equal("new", card.Text("newText"));
        Assert.Equal(1, card.GetProperty("recipient").GetProperty("newObject").Number("deep"));
        Assert.Equal("Travel", card.Text("displayName"));
    }

    [Fact]
    public async Task Two_faults_work_together()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("POST", "/faults", """{"kind":"unknownEnum"}""");
        await sim.ControlAsync("POST", "/faults", """{"kind":"extraMembers"}""");

        var card = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}")).GetProperty("virtualCard");

        Assert.Equal("SOMETHING_NEW", card.Text("status"));
        Assert.True(card.Has("newText"));
    }

    [Theory]
    [InlineData("switch")]
    [InlineData("fault")]
    public async Task Latency_passes_on_the_simulators_clock(string by)
    {
        var clock = new FakeTimeProvider();
        await using var sim = await Sim.StartAsync(clock, 0, by == "switch" ? [("latency", "5000")] : []);
        if (by == "fault")
        {
            await sim.ControlAsync("POST", "/faults", """{"kind":"latency","milliseconds":5000}""");
        }

        var answer = sim.StatusAsync("/virtualcards");
        while (!answer.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, await answer);
        Assert.True(clock.GetUtcNow() - clock.Start >= TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("{}", "serverError")]
    [InlineData("""{"kind":"rudeness"}""", "serverError")]
    [InlineData("""{"kind":"serverError","status":200}""", "500")]
    [InlineData("""{"kind":"serverError","time":2}""", "times")]
    [InlineData("""{"kind":"serverError","times":0}""", "times")]
    [InlineData("""{"kind":"redirect","to":"http://x\r\nevil: 1"}""", "to")]
    [InlineData("""{"kind":"wrongContentType","contentType":"\r\n"}""", "contentType")]
    [InlineData("""{"kind":"redirect","status":304}""", "status")]
    [InlineData("""{"kind":"htmlPage","status":204}""", "status")]
    [InlineData("""{"kind":5}""", "kind")]
    public async Task A_fault_that_cannot_be_is_400_and_not_set(string fault, string expected)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.PostAsync("/sim/faults", fault);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(Sim.Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, (await sim.ControlAsync("GET", "/faults")).GetArrayLength());
    }

    [Fact]
    public async Task Every_kind_can_be_set_with_nothing_but_its_name()
    {
        await using var sim = await Sim.StartAsync();

        foreach (var kind in (await sim.ControlAsync("GET", "")).GetProperty("faults").Names())
        {
            await sim.ControlAsync("POST", "/faults", $$"""{"kind":"{{kind}}","path":"/nowhere"}""");
        }

        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards"));
    }
}
