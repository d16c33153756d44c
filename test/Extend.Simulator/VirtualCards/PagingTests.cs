using System.Net;
using System.Text.Json;
using CsCheck;

namespace Extend.Simulator.Tests.VirtualCards;

public sealed class PagingTests
{
    [Fact]
    public async Task Pages_of_any_size_make_up_the_whole()
    {
        await using var sim = await Sim.StartAsync();
        var whole = await WalkAsync(sim, 50);

        await Gen.Int[1, 60].SampleAsync(async count => Assert.Equal(whole, await WalkAsync(sim, count)), iter: 15, threads: 1);
    }

    [Fact]
    public async Task A_page_holds_no_more_than_fifty_and_says_so_by_clamping()
    {
        await using var sim = await Sim.StartAsync();

        foreach (var count in new[] { "51", "100", "99999999999999999999999" })
        {
            Assert.Equal(50, (await sim.GetAsync($"/virtualcards?count={count}")).GetProperty("pagination").Number("pageItemCount"));
        }
    }

    [Fact]
    public async Task A_switch_refuses_more_than_the_maximum()
    {
        await using var sim = await Sim.StartAsync(("countOverMaximum", "422"));

        using var response = await sim.SendAsync(HttpMethod.Get, "/virtualcards?count=51");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("must be less than or equal to 50", Assert.Single((await response.JsonAsync()).Items("details")).Text("error"));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync("/virtualcards?count=50"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await sim.StatusAsync($"/virtualcards/{Sim.TravelCard}/transactions?count=501"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await sim.StatusAsync("/reports/transactions/v2?perPage=501"));
    }

    [Theory]
    [InlineData("25")]
    [InlineData("10")]
    [InlineData("50")]
    public async Task The_usual_size_is_a_switch(string size)
    {
        await using var sim = await Sim.StartAsync(("defaultCardCount", size));

        Assert.Equal(long.Parse(size), (await sim.GetAsync("/virtualcards")).GetProperty("pagination").Number("pageItemCount"));
    }

    [Fact]
    public async Task A_switch_ignores_filters_of_cards()
    {
        await using var sim = await Sim.StartAsync(("cardFilters", "ignored"));

        Assert.Equal(await WalkAsync(sim, 50, "&statuses=CLOSED&recipient=u_1&creditCardId=cc_1"), await WalkAsync(sim, 50));
    }

    [Fact]
    public async Task A_page_past_the_end_is_empty_and_keeps_its_number()
    {
        await using var sim = await Sim.StartAsync();

        var page = await sim.GetAsync("/virtualcards?count=50&page=2");

        Assert.Empty(page.Items("virtualCards"));
        Assert.Equal("""{"page":2,"pageItemCount":0,"totalItems":64,"numberOfPages":2}""", page.GetProperty("pagination").GetRawText());
    }

    [Fact]
    public async Task A_switch_repeats_the_last_page()
    {
        await using var sim = await Sim.StartAsync(("pagePastEnd", "repeat"));

        var last = await sim.GetAsync("/virtualcards?count=50&page=1");
        var past = await sim.GetAsync("/virtualcards?count=50&page=7");

        Assert.Equal(last.GetRawText(), past.GetRawText());
    }

    [Fact]
    public async Task With_pages_from_one_the_first_page_answers_to_nought_too()
    {
        await using var sim = await Sim.StartAsync();
        var zeroBased = await Task.WhenAll(sim.GetAsync("/virtualcards?page=0"), sim.GetAsync("/virtualcards?page=1"));
        await sim.ControlAsync("PATCH", "/switches", """{"firstCardPage":1}""");

        var nought = await sim.GetAsync("/virtualcards?page=0");
        var one = await sim.GetAsync("/virtualcards?page=1");
        var two = await sim.GetAsync("/virtualcards?page=2");

        Assert.Equal(1, nought.GetProperty("pagination").Number("page"));
        Assert.Equal(nought.GetRawText(), one.GetRawText());
        Assert.Equal(Ids(zeroBased[0]), Ids(one));
        Assert.Equal(Ids(zeroBased[1]), Ids(two));
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=x")]
    [InlineData("page=1.5")]
    [InlineData("page=NaN")]
    [InlineData("count=0")]
    [InlineData("count=-99999999999999999999999")]
    [InlineData("count=--1")]
    [InlineData("count=%00")]
    public async Task A_number_that_is_none_or_too_small_is_400_and_named(string query)
    {
        await using var sim = await Sim.StartAsync();

        using var response = await sim.SendAsync(HttpMethod.Get, $"/virtualcards?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(query.Split('=')[0], Assert.Single((await response.JsonAsync()).Items("details")).Text("field"));
    }

    private static string[] Ids(JsonElement page) => page.Items("virtualCards").Ids();

    private static async Task<string[]> WalkAsync(Sim sim, int count, string filters = "")
    {
        var ids = new List<string>();
        for (var page = 0; ; page++)
        {
            var answer = await sim.GetAsync($"/virtualcards?count={count}&page={page}{filters}");
            ids.AddRange(Ids(answer));
            if (page + 1 >= answer.GetProperty("pagination").Number("numberOfPages"))
            {
                return [.. ids];
            }
        }
    }
}
