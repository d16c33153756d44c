using CsCheck;
using Vts.Cards;
using Vts.Queries;

namespace Vts.Tests.Cards;

public sealed class CardOrderTests
{
    private static readonly Gen<CardOrder> Orders = Gen.OneOf("createdAt", "-createdAt", "displayName", "-displayName", "balance", "-balance").Select(CardOrder.Parse);

    private static readonly Gen<Card[]> Cards = Gen.Select(
            Gen.OneOf<string?>("a", "A", "b", "Ä", "", null, new('x', Cursors.LongestText), new('x', Cursors.LongestText + 1)), Gen.Long[-2, 2].Nullable(), Gen.Int[0, 3].Nullable())
        .Array[0, 12].Select(parts => parts.Select((part, i) => new Card($"vc_{i * 7 % 12:00}", part.Item1, null, part.Item2, null, "ACTIVE")
        {
            Facts = CardFacts.None with { CreatedAt = part.Item3 is { } day ? DateTimeOffset.UnixEpoch.AddDays(day) : null },
        }).ToArray());

    [Theory]
    [InlineData("createdAt", "vc_2 vc_1 vc_3 vc_4 vc_5")]
    [InlineData("displayName", "vc_1 vc_3 vc_2 vc_4 vc_5")]
    [InlineData("-displayName", "vc_2 vc_3 vc_1 vc_4 vc_5")]
    [InlineData("balance", "vc_3 vc_1 vc_2 vc_4 vc_5")]
    [InlineData("-balance", "vc_1 vc_2 vc_3 vc_4 vc_5")]
    public void Cards_are_sorted_by_a_member_then_by_id_and_those_without_it_come_last(string order, string expected)
    {
        Card[] cards =
        [
            Of("vc_5", null, null, null), Of("vc_3", "a", -7, 2), Of("vc_1", "A", 5, 2), Of("vc_4", null, null, null), Of("vc_2", "b", 5, 1),
        ];

        Assert.Equal(expected.Split(' '), CardOrder.Parse(order).Sort(cards).Select(card => card.Id));
        Assert.Equal("vc_5", cards[0].Id);
    }

    [Fact]
    public void The_usual_order_is_that_in_which_cards_are_kept()
    {
        Card[] cards = [Of("vc_1", null, null, 1), Of("vc_2", null, null, 2)];

        Assert.Same(cards, CardOrder.Usual.Sort(cards));
        Assert.Equal(CardOrder.Usual, CardOrder.Parse("-createdAt"));
    }

    [Fact]
    public void A_cards_place_is_after_exactly_those_cards_that_stand_before_it() => Gen.Select(Orders.Where(order => order != CardOrder.Usual), Cards).Sample((order, cards) =>
    {
        var sorted = order.Sort(cards);
        for (var i = 0; i < sorted.Length; i++)
        {
            var place = order.PlaceOf(sorted[i]);
            Assert.Equal(sorted[(i + 1)..], sorted.Where(card => order.IsAfter(card, place)));
        }
    });

    [Fact]
    public void An_order_is_called_as_it_is_asked_for() =>
        Assert.All(CardsQuery.Parameters.All.Single(parameter => parameter.Name == "sort").Values!, name => Assert.Equal(name, CardOrder.Parse(name).Name));

    private static Card Of(string id, string? name, long? balance, int? day) => new(id, name, null, balance, null, "ACTIVE")
    {
        Facts = CardFacts.None with { CreatedAt = day is { } some ? DateTimeOffset.UnixEpoch.AddDays(some) : null },
    };
}
