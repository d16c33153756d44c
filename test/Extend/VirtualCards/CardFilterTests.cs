using System.Text.Json.Nodes;
using CsCheck;
using Extend.VirtualCards;

namespace Extend.Tests.VirtualCards;

public sealed class CardFilterTests
{
    [Theory]
    [InlineData("applied")]
    [InlineData("ignored")]
    public async Task A_filter_gives_what_it_would_of_all_cards_whether_or_not_Extend_applies_it(string filters)
    {
        await using var world = await ExtendWorld.StartAsync(older: false);
        await world.ControlAsync(HttpMethod.Patch, "sim/switches", new JsonObject { ["cardFilters"] = filters });
        var all = await world.Client.ListVirtualCardsAsync(new CardFilter(), new Asking("test"), default);
        var card = Gen.Int[0, all.Count - 1].Select(index => all[index]);

        await Gen.Select(card, card, card.Array[0, 3], Gen.Int[0, 7]).SampleAsync(
            async (one, two, some, parts) =>
            {
                var filter = new CardFilter
                {
                    Statuses = (parts & 1) > 0 ? [.. some.Select(each => each.Status).Distinct(), "A&B"] : null,
                    RecipientId = (parts & 2) > 0 ? one.RecipientId : null,
                    CreditCardId = (parts & 4) > 0 ? two.CreditCardId : null,
                };
                var expected = all.Where(each =>
                    (filter.Statuses is null || filter.Statuses.Contains(each.Status, StringComparer.Ordinal))
                    && (filter.RecipientId ?? each.RecipientId) == each.RecipientId
                    && (filter.CreditCardId ?? each.CreditCardId) == each.CreditCardId);

                var found = await world.Client.ListVirtualCardsAsync(filter, new Asking("test"), default);

                Assert.Equal(expected.Select(each => each.Id).Order(StringComparer.Ordinal), found.Select(each => each.Id).Order(StringComparer.Ordinal));
            },
            iter: 40, threads: 1);
    }

    [Fact]
    public async Task A_filter_is_left_to_Extend_so_that_fewer_pages_come()
    {
        await using var world = await ExtendWorld.StartAsync(older: false);
        var closed = (await world.Client.ListVirtualCardsAsync(new CardFilter(), new Asking("test"), default)).First(card => card.Status == "CLOSED");
        await world.RequestsAsync();

        await world.Client.ListVirtualCardsAsync(
            new CardFilter { Statuses = ["CLOSED", "EXPIRED"], RecipientId = closed.RecipientId, CreditCardId = closed.CreditCardId }, new Asking("test"), default);

        var query = Assert.Single(await world.QueriesAsync());
        Assert.Contains("&statuses=CLOSED%2CEXPIRED&", query, StringComparison.Ordinal);
        Assert.Contains($"&recipient={closed.RecipientId}&creditCardId={closed.CreditCardId}", query, StringComparison.Ordinal);
    }
}
