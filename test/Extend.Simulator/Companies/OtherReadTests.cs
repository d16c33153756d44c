using System.Net;

namespace Extend.Simulator.Tests.Companies;

public sealed class OtherReadTests
{
    [Fact]
    public async Task Credit_cards_come_with_budgets_and_can_be_filtered()
    {
        await using var sim = await Sim.StartAsync();

        var all = await sim.GetAsync("/creditcards?sortField=userPendingActiveFirst&sortDirection=ASC");
        var cards = all.Items("creditCards");

        Assert.Equal(["creditCards", "pagination"], all.Names());
        Assert.All((await sim.GetAsync("/creditcards?statuses=ACTIVE")).Items("creditCards"), card => Assert.Equal("ACTIVE", card.Text("status")));
        Assert.All((await sim.GetAsync("/creditcards?type=SOURCE")).Items("creditCards"), card => Assert.False(card.Has("parentCreditCardId")));
        Assert.Equal("Travel budget", Assert.Single((await sim.GetAsync("/creditcards?search=travel")).Items("creditCards")).Text("displayName"));
        Assert.Single((await sim.GetAsync("/creditcards?count=1&page=1")).Items("creditCards"));
        Assert.Equal(cards[0].GetRawText(), (await sim.GetAsync($"/creditcards/{cards[0].Text("id")}")).GetProperty("creditCard").GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/creditcards/{cards[0].Text("id")}", "other"));
    }

    [Fact]
    public async Task Credit_cards_are_turned_round_by_the_direction_alone()
    {
        await using var sim = await Sim.StartAsync();

        var up = (await sim.GetAsync("/creditcards?sortDirection=ASC")).Items("creditCards").Ids();
        var down = (await sim.GetAsync("/creditcards?sortDirection=DESC")).Items("creditCards").Ids();

        Assert.Equal(up.Reverse(), down);
    }

    [Fact]
    public async Task Labels_can_come_active_first_and_by_name()
    {
        await using var sim = await Sim.StartAsync();
        var category = (await sim.GetAsync("/expensedata/categories")).Items("expenseCategories")[0].Text("id");

        var labels = (await sim.GetAsync($"/expensedata/categories/{category}/labels?sortField=activeLabelNameAsc")).Items("expenseLabels");

        Assert.Equal(["Engineering", "Operations", "Former department"], labels.Select(label => label.Text("name")));
    }

    [Fact]
    public async Task Every_card_is_funded_by_a_credit_card_that_is_there()
    {
        await using var sim = await Sim.StartAsync();

        foreach (var card in (await sim.GetAsync("/virtualcards?count=50")).Items("virtualCards"))
        {
            var source = (await sim.GetAsync($"/creditcards/{card.Text("creditCardId")}")).GetProperty("creditCard");
            Assert.Equal(source.Text("displayName"), card.Text("creditCardDisplayName"));
        }
    }

    [Fact]
    public async Task Events_come_newest_first_from_page_nought_and_name_what_happened()
    {
        await using var sim = await Sim.StartAsync(("firstCardPage", "1"));

        var first = await sim.GetAsync("/events");
        var second = await sim.GetAsync("/events?page=1");
        var times = first.Items("events").Concat(second.Items("events")).Select(item => item.Text("timestamp")).ToArray();
        var item = first.Items("events")[0];

        Assert.Equal(0, first.GetProperty("pagination").Number("page"));
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        Assert.Equal(50, first.Items("events").Concat(second.Items("events")).Ids().Distinct().Count());
        Assert.Equal(["id", "type", "timestamp", "data"], item.Names());
        Assert.Equal(item.GetRawText(), (await sim.GetAsync($"/events/{item.Text("id")}")).GetProperty("event").GetRawText());
        Assert.Equal(item.GetProperty("data").GetRawText(), (await sim.GetAsync($"/transactions/{item.GetProperty("data").Text("id")}")).GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/events/{item.Text("id")}", "other"));
    }

    [Fact]
    public async Task Settling_a_purchase_makes_an_event()
    {
        await using var sim = await Sim.StartAsync();
        var id = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions")).Items("transactions")[0].Text("id");

        await sim.ControlAsync("POST", $"/tenants/demo/transactions/{id}/clear");

        var item = (await sim.GetAsync("/events")).Items("events")[0];
        Assert.Equal("transaction.settled", item.Text("type"));
        Assert.Equal(id, item.GetProperty("data").Text("id"));
    }

    [Fact]
    public async Task People_are_read_by_id_within_their_company()
    {
        await using var sim = await Sim.StartAsync();
        var recipient = (await sim.GetAsync("/virtualcards")).Items("virtualCards")[2].GetProperty("recipient");

        Assert.Equal(recipient.GetRawText(), (await sim.GetAsync($"/users/{recipient.Text("id")}")).GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/users/{recipient.Text("id")}", "other"));
    }

    [Fact]
    public async Task Issuers_and_usages_tell_about_the_company()
    {
        await using var sim = await Sim.StartAsync();
        var organization = (await sim.GetAsync("/users/me")).Text("organizationId");
        var active = (await sim.GetAsync("/virtualcards?statuses=ACTIVE")).GetProperty("pagination").Number("totalItems");

        var usages = await sim.GetAsync($"/saas/{organization}/usages");

        Assert.Equal(active, usages.GetProperty("features").GetProperty("ACTIVE_VIRTUAL_CARD_LIMIT").Number("usage"));
        Assert.Equal(["entitlement", "usage", "withinLimit"], usages.GetProperty("features").GetProperty("ACTIVE_VIRTUAL_CARD_LIMIT").Names());
        Assert.Equal(["id", "name", "code"], (await sim.GetAsync("/issuers")).Items("issuers")[0].Names());
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/saas/{organization}/usages", "other"));
    }

    [Fact]
    public async Task Expense_categories_have_labels_and_empty_parameters_are_none()
    {
        await using var sim = await Sim.StartAsync();

        var all = (await sim.GetAsync("/expensedata/categories?active=&required=&search=&sortField=&sortDirection=")).Items("expenseCategories");
        var active = (await sim.GetAsync("/expensedata/categories?active=true")).Items("expenseCategories");
        var labels = await sim.GetAsync($"/expensedata/categories/{all[0].Text("id")}/labels?count=2&active=");

        Assert.Equal(3, all.Length);
        Assert.Equal(2, active.Length);
        Assert.Equal(all[0].GetRawText(), (await sim.GetAsync($"/expensedata/categories/{all[0].Text("id")}")).GetRawText());
        Assert.Equal(["expenseLabels", "pagination"], labels.Names());
        Assert.Equal("""{"page":0,"pageItemCount":2,"totalItems":3,"numberOfPages":2}""", labels.GetProperty("pagination").GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, await sim.StatusAsync($"/expensedata/categories/{all[0].Text("id")}", "other"));
    }
}
