using System.Net;
using System.Text.Json;

namespace Extend.Simulator.Tests.Control;

public sealed class CardControlTests
{
    [Fact]
    public async Task A_card_made_by_hand_is_the_newest_and_found_everywhere()
    {
        await using var sim = await Sim.StartAsync();

        var made = await sim.ControlAsync("POST", "/tenants/demo/cards", """{"displayName":"Mine","limitCents":777,"status":"PENDING"}""");

        var listed = await sim.GetAsync("/virtualcards?count=2");
        Assert.Equal([made.Text("id"), Sim.TravelCard], listed.Items("virtualCards").Ids());
        Assert.Equal(65, listed.GetProperty("pagination").Number("totalItems"));
        var card = (await sim.GetAsync($"/virtualcards/{made.Text("id")}")).GetProperty("virtualCard");
        Assert.Equal("Mine 777 777 PENDING", $"{card.Text("displayName")} {card.Number("limitCents")} {card.Number("balanceCents")} {card.Text("status")}");
        Assert.Contains(made.Text("id"), (await sim.GetAsync("/virtualcards?statuses=PENDING")).Items("virtualCards").Ids());
    }

    [Fact]
    public async Task A_card_takes_its_place_by_the_creation_it_is_given()
    {
        await using var sim = await Sim.StartAsync();

        var made = await sim.ControlAsync("POST", "/tenants/demo/cards", """{"createdAt":"2001-02-03T04:05:06.007+0000","id":"anything goes"}""");

        Assert.Equal("anything goes", made.Text("id"));
        Assert.Equal("anything goes", (await sim.GetAsync("/virtualcards?count=50&page=1")).Items("virtualCards")[^1].Text("id"));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards/anything%20goes"));
        using var again = await sim.PostAsync("/sim/tenants/demo/cards", """{"id":"anything goes"}""");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Theory]
    [InlineData("displayName", "\"4111 1111 1111 1111 <script>\"")]
    [InlineData("displayName", "null")]
    [InlineData("limitCents", "\"5000\"")]
    [InlineData("balanceCents", "1e400")]
    [InlineData("balanceCents", "99999999999999999999999")]
    [InlineData("status", "\"SOMETHING_NEW\"")]
    [InlineData("status", "{\"deep\":[1,2,{\"x\":null}]}")]
    [InlineData("createdAt", "\"yesterday\"")]
    [InlineData("recipient", "[]")]
    [InlineData("last4", "417")]
    [InlineData("newMember", "true")]
    public async Task Whatever_is_planted_is_sent_as_it_was_given(string name, string value)
    {
        await using var sim = await Sim.StartAsync();

        await sim.ControlAsync("PATCH", $"/tenants/demo/cards/{Sim.TravelCard}", $$"""{"{{name}}":{{value}}}""");

        var detail = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}")).GetProperty("virtualCard");
        var listed = (await sim.GetAsync("/virtualcards?count=1")).Items("virtualCards")[0];
        Assert.Equal(JsonElement.Parse(value).GetRawText(), detail.GetProperty(name).GetRawText());
        Assert.Equal(JsonElement.Parse(value).GetRawText(), listed.GetProperty(name).GetRawText());
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync($"/virtualcards/{Sim.TravelCard}/transactions"));
    }

    [Fact]
    public async Task Filters_and_sums_follow_what_is_planted()
    {
        await using var sim = await Sim.StartAsync();
        var budget = (await sim.GetAsync("/creditcards")).Items("creditCards")[1].Text("id");

        await sim.ControlAsync("PATCH", $"/tenants/demo/cards/{Sim.TravelCard}",
            $$"""{"status":"CLOSED","limitCents":6000,"displayName":"Renamed","creditCardId":"{{budget}}"}""");

        var card = Assert.Single((await sim.GetAsync("/virtualcards?statuses=CLOSED&search=renamed")).Items("virtualCards"));
        Assert.Equal(1255, card.Number("balanceCents"));
        Assert.Equal("Travel budget", card.Text("creditCardDisplayName"));
        Assert.Equal("Renamed", (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions")).Items("transactions")[0].Text("vcnDisplayName"));
    }

    [Fact]
    public async Task Members_can_be_taken_away()
    {
        await using var sim = await Sim.StartAsync();

        await sim.ControlAsync("PATCH", $"/tenants/demo/cards/{Sim.TravelCard}?remove=displayName,last4");

        var card = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}")).GetProperty("virtualCard");
        Assert.False(card.Has("displayName"));
        Assert.False(card.Has("last4"));
        Assert.True(card.Has("limitCents"));
    }

    [Fact]
    public async Task A_card_can_be_taken_away_with_its_transactions()
    {
        await using var sim = await Sim.StartAsync();
        var transaction = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions")).Items("transactions")[0].Text("id");

        await sim.ControlAsync("DELETE", $"/tenants/demo/cards/{Sim.TravelCard}");

        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/virtualcards/{Sim.TravelCard}"));
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/transactions/{transaction}"));
        Assert.Equal(63, (await sim.GetAsync("/virtualcards")).GetProperty("pagination").Number("totalItems"));
        Assert.DoesNotContain(transaction, (await sim.GetAsync("/reports/transactions/v2")).GetProperty("report").Items("transactions").Ids());
    }

    [Fact]
    public async Task What_is_not_there_is_404()
    {
        await using var sim = await Sim.StartAsync();

        foreach (var path in new[]
        {
            "/sim/tenants/nobody", "/sim/tenants/nobody/cards", "/sim/tenants/demo/cards/vc_x", "/sim/tenants/demo/cards/vc_x/ledger",
            "/sim/tenants/demo/cards/vc_x/transactions", "/sim/tenants/demo/transactions/txn_x", "/sim/nothing", "/sim/tenants/other/cards/" + Sim.TravelCard,
        })
        {
            using var response = await sim.Http.GetAsync(path, Sim.Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.NotEqual("", (await response.JsonAsync()).Text("error"));
        }
    }

    [Fact]
    public async Task Edits_at_the_same_time_lose_nothing()
    {
        await using var sim = await Sim.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => sim.ControlAsync(
            "PATCH", $"/tenants/demo/cards/{Sim.TravelCard}", $$"""{"member{{number}}":{{number}}}""")));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => sim.ControlAsync("POST", "/tenants/demo/cards")));

        var card = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}")).GetProperty("virtualCard");
        Assert.All(Enumerable.Range(0, 40), number => Assert.Equal(number, card.Number($"member{number}")));
        Assert.Equal(104, (await sim.GetAsync("/virtualcards")).GetProperty("pagination").Number("totalItems"));
    }
}
