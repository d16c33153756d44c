using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Extend.Simulator.Tests.Doors;

public sealed class CurrentDoorTests
{
    [Fact]
    public async Task Key_and_secret_open_the_current_door()
    {
        await using var sim = await Sim.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards"));

        Assert.Equal("current", (await sim.ControlAsync("GET", "/requests")).Items()[0].Text("door"));
    }

    [Theory]
    [InlineData("apik_demo", "wrong", "apik_demo")]
    [InlineData("apik_demo", "", "apik_demo")]
    [InlineData("apik_nobody", "demo", "apik_nobody")]
    [InlineData("apik_demo", "demo", "apik_other")]
    [InlineData("apik_other", "demo", "apik_other")]
    [InlineData("apik_demo", "demo", null)]
    public async Task Anything_else_is_401_in_json(string key, string secret, string? repeated)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.SendAsync(
            HttpMethod.Get, "/virtualcards", Sim.Basic(key, secret), repeated is null ? [] : [("x-extend-api-key", repeated)]);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Unauthorized", (await response.JsonAsync()).Text("error"));
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic YXBpa19kZW1v")]
    [InlineData("Basic Og==")]
    [InlineData("Digest YXBpa19kZW1vOmRlbW8=")]
    [InlineData("YXBpa19kZW1vOmRlbW8=")]
    public async Task A_malformed_header_is_401(string authorization)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.SendAsync(
            HttpMethod.Get, "/virtualcards", null, ("Authorization", authorization), ("x-extend-api-key", "apik_demo"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_header_sent_twice_is_401()
    {
        await using var sim = await Sim.StartAsync();
        var good = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("apik_demo:demo"));

        using var twice = await RawHttp.GetAsync(
            sim.Address, "/virtualcards", $"Authorization: {good}", $"Authorization: {good}", "x-extend-api-key: apik_demo");
        using var keyTwice = await RawHttp.GetAsync(
            sim.Address, "/virtualcards", $"Authorization: {good}", "x-extend-api-key: apik_demo", "x-extend-api-key: apik_demo");

        Assert.StartsWith("HTTP/1.1 401", twice.Text, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401", keyTwice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_credential_is_401()
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards", authorization: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Each_company_sees_its_own_cards_only()
    {
        await using var sim = await Sim.StartAsync();
        var others = (await sim.GetAsync("/virtualcards?count=50", "other")).Items("virtualCards").Ids();

        var own = (await sim.GetAsync("/virtualcards?count=50")).Items("virtualCards").Ids();

        Assert.Empty(own.Intersect(others, StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/virtualcards/{others[0]}"));
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/virtualcards/{Sim.TravelCard}", "other"));
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/virtualcards/{others[0]}/transactions"));
    }

    [Theory]
    [InlineData("perCardOnCurrentDoor", "200", HttpStatusCode.OK)]
    [InlineData("perCardOnCurrentDoor", "404", HttpStatusCode.NotFound)]
    public async Task A_switch_closes_the_per_card_list_to_api_keys(string name, string value, HttpStatusCode expected)
    {
        await using var sim = await Sim.StartAsync((name, value));
        var (token, _) = await sim.SignInAsync();

        Assert.Equal(expected, await sim.StatusAsync($"/virtualcards/{Sim.TravelCard}/transactions"));
        Assert.Equal(HttpStatusCode.OK, await sim.WithTokenAsync(token, $"/virtualcards/{Sim.TravelCard}/transactions"));
    }

    [Fact]
    public async Task Scheme_names_are_read_in_any_case()
    {
        await using var sim = await Sim.StartAsync();
        var credential = new AuthenticationHeaderValue("bAsIc", Convert.ToBase64String(Encoding.UTF8.GetBytes("apik_demo:demo")));

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards", credential, ("x-extend-api-key", "apik_demo"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
