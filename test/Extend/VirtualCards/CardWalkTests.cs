using System.Text.Json.Nodes;
using Extend.VirtualCards;

namespace Extend.Tests.VirtualCards;

public sealed class CardWalkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(1000)]
    public async Task Every_card_of_an_account_of_any_size_comes_once_with_one_call_a_page(int size)
    {
        await using var world = await ExtendWorld.StartAsync(older: false);
        await world.ControlAsync(HttpMethod.Put, "sim/tenants/demo", new JsonObject
        {
            ["cards"] = size, ["transactionsPerCard"] = 0, ["apiKey"] = "apik_demo", ["apiSecret"] = "demo", ["email"] = "demo@example.com", ["password"] = "demo",
        });

        var cards = await world.Client.ListVirtualCardsAsync(new CardFilter(), new Asking("test"), default);

        Assert.Equal(size, cards.Select(card => card.Id).Distinct().Count());
        Assert.Equal(size, cards.Count);
        Assert.Equal((size + 49) / 50, (await world.RequestsAsync()).Length);
    }

    [Fact]
    public async Task Cards_made_during_the_walk_cost_no_other_card_its_place()
    {
        await using var world = await ExtendWorld.StartAsync(older: false);
        var before = (await world.Client.ListVirtualCardsAsync(new CardFilter(), new Asking("test"), default)).Select(card => card.Id).ToHashSet();

        foreach (var _ in Enumerable.Range(0, 10))
        {
            var making = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.ControlAsync(HttpMethod.Post, "sim/tenants/demo/cards", new JsonObject())));
            var during = await world.Client.ListVirtualCardsAsync(new CardFilter(), new Asking("test"), default);
            await making;

            Assert.Equal(during.Count, during.Select(card => card.Id).Distinct().Count());
            Assert.Superset(before, during.Select(card => card.Id).ToHashSet());
        }
    }
}
