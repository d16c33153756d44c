using System.Text.Json.Nodes;

namespace Vts.Api.Tests;

public sealed class CardsTests(DemoService demo) : IClassFixture<DemoService>
{
    private static readonly string[] Members = ["id", "displayName", "limitCents", "balanceCents", "last4", "status"];
    private readonly VtsApp _vts = demo.App;

    [Fact]
    public async Task Active_cards_are_a_bare_array_that_begins_with_the_demo_card_byte_for_byte()
    {
        var body = await _vts.ReadAsync("/cards/active");

        Assert.StartsWith(
            """[{"id":"vc_A681POqRINI7goyrCNPff7","displayName":"Travel","limitCents":5000,"balanceCents":255,"last4":"5348","status":"ACTIVE"},""",
            body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_card_of_every_page_is_listed_once_newest_first_with_exactly_the_contracts_members()
    {
        var cards = await _vts.ListAsync("/cards");
        var atExtend = await _vts.Simulator.CardsAsync();

        Assert.True(atExtend.Count > 50, "the demo tenant has more cards than fit a page");
        var expected = atExtend
            .OrderByDescending(card => (string)card!["createdAt"]!, StringComparer.Ordinal)
            .ThenBy(card => (string)card!["id"]!, StringComparer.Ordinal)
            .Select(card => new JsonObject(Members.Select(name => KeyValuePair.Create(name, card![name]?.DeepClone()))).ToJsonString());
        Assert.Equal(expected, cards.Select(card => card!.ToJsonString()));
    }

    [Fact]
    public async Task Active_cards_are_those_of_all_cards_whose_status_is_active()
    {
        var all = await _vts.ListAsync("/cards");
        var active = await _vts.ListAsync("/cards/active");

        Assert.Equal(
            all.Where(card => (string?)card!["status"] == "ACTIVE").Select(card => card!.ToJsonString()),
            active.Select(card => card!.ToJsonString()));
        Assert.True(all.Select(card => (string?)card!["status"]).Distinct().Count() >= 6, "the demo tenant has a card of every status");
    }

    [Fact]
    public async Task A_card_alone_is_the_same_as_in_the_list()
    {
        foreach (var card in (await _vts.ListAsync("/cards")).Take(10))
        {
            Assert.Equal(card!.ToJsonString(), JsonNode.Parse(await _vts.ReadAsync($"/cards/{card["id"]}"))!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("/cards/vc_0000000000000000000000")]
    [InlineData("/cards/vc_1234")]
    [InlineData("/cards/txn_A681POqRINI7goyrCNPff7")]
    [InlineData("/cards/Active")]
    [InlineData("/cards/vc_A681POqRINI7goyrCNPff7%20")]
    [InlineData("/cards/vc_A681POqRINI7goyrCNPff7%2Ftransactions")]
    public async Task An_unknown_card_and_a_malformed_id_are_the_same_404(string path)
    {
        using var response = await _vts.ExpectProblemAsync(404, "card_not_found", path);
        using var transactions = await _vts.ExpectProblemAsync(404, "card_not_found", path + "/transactions");
    }

    [Fact]
    public async Task Another_companys_card_is_told_apart_from_an_unknown_one_by_nothing()
    {
        var others = (string)(await _vts.Simulator.CardsAsync("other"))[0]!["id"]!;
        using var foreign = await _vts.SendAsync($"/cards/{others}");
        using var unknown = await _vts.SendAsync("/cards/vc_0000000000000000000000");

        Assert.Equal(WithoutRequestId(await unknown.Content.ReadAsStringAsync()), WithoutRequestId(await foreign.Content.ReadAsStringAsync()));
        Assert.Equal(unknown.StatusCode, foreign.StatusCode);
        Assert.Equal(HeaderNames(unknown), HeaderNames(foreign));
    }

    private static string WithoutRequestId(string problem)
    {
        var node = JsonNode.Parse(problem)!.AsObject();
        node.Remove("requestId");
        return node.ToJsonString();
    }

    private static IEnumerable<string> HeaderNames(HttpResponseMessage response) => response.Headers.Select(header => header.Key).Order();
}
