using System.Net;
using System.Text.Json;

namespace Extend.Simulator.Tests.VirtualCards;

public sealed class CardListTests
{
    [Fact]
    public async Task A_direction_alone_sorts_by_creation()
    {
        await using var sim = await Sim.StartAsync();

        var usual = (await sim.GetAsync("/virtualcards?count=50&page=1")).Items("virtualCards").Ids();
        var oldest = (await sim.GetAsync("/virtualcards?count=50&sortDirection=ASC")).Items("virtualCards").Ids();

        Assert.Equal(usual.Reverse(), oldest.Take(14));
    }

    [Fact]
    public async Task The_list_comes_newest_first_with_its_pagination()
    {
        await using var sim = await Sim.StartAsync();

        var page = await sim.GetAsync("/virtualcards?count=10&page=2");

        Assert.Equal(["pagination", "virtualCards"], page.Names());
        Assert.Equal("""{"page":2,"pageItemCount":10,"totalItems":64,"numberOfPages":7}""", page.GetProperty("pagination").GetRawText());
        var created = page.Items("virtualCards").Select(card => card.Text("createdAt")).ToArray();
        Assert.Equal(created.OrderDescending(StringComparer.Ordinal), created);
    }

    [Fact]
    public async Task A_trailing_slash_works()
    {
        await using var sim = await Sim.StartAsync();

        Assert.Equal(Sim.TravelCard, (await sim.GetAsync("/virtualcards/?count=1")).Items("virtualCards")[0].Text("id"));
    }

    [Theory]
    [InlineData("statuses=CLOSED", "CLOSED")]
    [InlineData("status=CLOSED", "CLOSED")]
    [InlineData("statuses=CLOSED,PENDING", "CLOSED PENDING")]
    [InlineData("statuses=CLOSED&status=EXPIRED", "CLOSED EXPIRED")]
    [InlineData("statuses=closed", "")]
    [InlineData("statuses=NOTHING", "")]
    [InlineData("statuses=", "ACTIVE CANCELLED CLOSED CONSUMED EXPIRED PENDING")]
    [InlineData("state=CLOSED", "ACTIVE CANCELLED CLOSED CONSUMED EXPIRED PENDING")]
    public async Task Statuses_are_joined_by_commas_and_without_them_every_card_comes(string query, string expected)
    {
        await using var sim = await Sim.StartAsync();

        var statuses = (await AllAsync(sim, query)).Select(card => card.Text("status")).Distinct();

        Assert.Equal(expected, string.Join(' ', statuses.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Search_looks_at_name_last_four_and_recipient()
    {
        await using var sim = await Sim.StartAsync();

        Assert.Contains(Sim.TravelCard, (await AllAsync(sim, "search=5348")).Ids());
        Assert.Contains(Sim.TravelCard, (await AllAsync(sim, "search=tRAV")).Ids());
        Assert.All(await AllAsync(sim, "search=m%C3%BCller"), card => Assert.Equal("Müller", card.GetProperty("recipient").Text("lastName")));
        Assert.Empty(await AllAsync(sim, "search=nowhere"));
    }

    [Fact]
    public async Task People_and_funding_narrow_the_list()
    {
        await using var sim = await Sim.StartAsync();
        var all = await AllAsync(sim, "");
        var me = (await sim.GetAsync("/users/me")).Text("id");
        var other = all.First(card => card.Text("recipientId") != me);
        var (person, source) = (other.Text("recipientId"), other.Text("creditCardId"));

        Assert.Equal(all.Where(card => card.Text("recipientId") == person).Ids(), (await AllAsync(sim, $"recipient={person}")).Ids());
        Assert.Equal(all.Where(card => card.Text("recipientId") == me).Ids(), (await AllAsync(sim, "recipient=me")).Ids());
        Assert.Equal(all.Ids(), (await AllAsync(sim, $"cardholder={me}")).Ids());
        Assert.Equal(all.Ids(), (await AllAsync(sim, "cardholderOrViewer=me")).Ids());
        Assert.Empty(await AllAsync(sim, $"cardholder={person}"));
        Assert.Equal(all.Where(card => card.Text("creditCardId") == source).Ids(), (await AllAsync(sim, $"creditCardId={source}")).Ids());
    }

    [Fact]
    public async Task Issued_and_pending_request_are_flags()
    {
        await using var sim = await Sim.StartAsync();

        Assert.DoesNotContain("PENDING", (await AllAsync(sim, "issued=true")).Select(card => card.Text("status")));
        Assert.All(await AllAsync(sim, "issued=false"), card => Assert.Equal("PENDING", card.Text("status")));
        Assert.All(await AllAsync(sim, "pendingRequest=true"), card => Assert.True(card.Has("pending")));
        Assert.All(await AllAsync(sim, "pendingRequest=False"), card => Assert.False(card.Has("pending")));
        Assert.Equal(64, (await AllAsync(sim, "type=STANDARD&withPermission=VIEW")).Length);
        Assert.Equal(HttpStatusCode.BadRequest, await sim.StatusAsync("/virtualcards?issued=maybe"));
    }

    [Theory]
    [InlineData("createdAt")]
    [InlineData("updatedAt")]
    [InlineData("displayName")]
    [InlineData("status")]
    public async Task Sorting_by_text_goes_both_ways(string field)
    {
        await using var sim = await Sim.StartAsync();

        var ascending = (await AllAsync(sim, $"sortField={field}&sortDirection=ASC")).Select(card => card.Text(field)).ToArray();
        var descending = (await AllAsync(sim, $"sortField={field}&sortDirection=desc")).Select(card => card.Text(field)).ToArray();

        Assert.Equal(ascending.Order(StringComparer.OrdinalIgnoreCase), ascending);
        Assert.Equal(descending.OrderDescending(StringComparer.OrdinalIgnoreCase), descending);
    }

    [Fact]
    public async Task Sorting_by_balance_compares_numbers_and_by_type_puts_recurring_cards_last()
    {
        await using var sim = await Sim.StartAsync();

        var balances = (await AllAsync(sim, "sortField=balanceCents")).Select(card => card.Number("balanceCents")).ToArray();
        var recurring = (await AllAsync(sim, "sortField=type")).Select(card => card.GetProperty("recurs").GetBoolean()).ToArray();

        Assert.Equal(balances.Order(), balances);
        Assert.Equal(recurring.Order(), recurring);
    }

    [Fact]
    public async Task An_unknown_sort_field_leaves_the_usual_order()
    {
        await using var sim = await Sim.StartAsync();

        Assert.Equal((await AllAsync(sim, "")).Ids(), (await AllAsync(sim, "sortField=nothing&sortDirection=ASC")).Ids());
    }

    [Fact]
    public async Task One_card_comes_under_its_envelope_with_the_members_of_the_list()
    {
        await using var sim = await Sim.StartAsync();
        var listed = (await sim.GetAsync("/virtualcards?count=1")).Items("virtualCards")[0];

        var card = await sim.GetAsync($"/virtualcards/{Sim.TravelCard}");

        Assert.Equal(["virtualCard"], card.Names());
        Assert.Equal(listed.GetRawText(), card.GetProperty("virtualCard").GetRawText());
    }

    [Theory]
    [InlineData("vc_82W6At1URSR6GfpL3ZKnM4")]
    [InlineData("txn_82W6At1URSR6GfpL3ZKnM4")]
    [InlineData("vc_1234")]
    [InlineData("%20")]
    [InlineData("..%2f..%2fetc")]
    public async Task An_id_that_is_not_there_or_not_an_id_is_404(string id)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.SendAsync(HttpMethod.Get, $"/virtualcards/{id}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Virtual card not found", (await response.JsonAsync()).Text("error"));
    }

    private static async Task<JsonElement[]> AllAsync(Sim sim, string query) =>
    [
        .. (await sim.GetAsync($"/virtualcards?count=50&{query}")).Items("virtualCards"),
        .. (await sim.GetAsync($"/virtualcards?count=50&page=1&{query}")).Items("virtualCards"),
    ];
}
