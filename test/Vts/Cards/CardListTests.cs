using Extend.VirtualCards;
using Vts.Cards;
using Vts.Forms;
using Vts.Freshness;
using Vts.Queries;

namespace Vts.Tests.Cards;

public sealed class CardListTests
{
    private static readonly CardList List = new([Source("vc_b", "ACTIVE", 1), Source("vc_c", "CLOSED", 3), Source("vc_a", "ACTIVE", 1), Source("vc_d", "active", null)]);

    [Fact]
    public void Cards_are_in_the_order_of_their_creation_the_newest_first_then_by_id() =>
        Assert.Equal(["vc_c", "vc_a", "vc_b", "vc_d"], List.All.Select(card => card.Id));

    [Fact]
    public void Those_are_active_of_which_Extend_says_so() => Assert.Equal(["vc_a", "vc_b"], List.Active.Select(card => card.Id));

    [Fact]
    public void A_card_is_found_by_its_whole_id()
    {
        Assert.Equal("vc_c", List.Find("vc_c")!.Id);
        Assert.Null(List.Find("vc_C"));
        Assert.Null(List.Find("vc"));
    }

    [Fact]
    public void Text_is_also_kept_as_told_where_cleaning_changes_it()
    {
        var odd = Card.From(new VirtualCard { Id = "vc_1", Status = "ACTIVE", DisplayName = "a\u202Eb", Last4 = "4111111111115348", Notes = "n" });

        Assert.Equal(("ab", "5348", "n"), (odd.DisplayName, odd.Last4, odd.Facts.Notes));
        Assert.Equal(("a\u202Eb", "5348", "n"), (odd.AsTold!.DisplayName, odd.AsTold.Last4, odd.AsTold.Facts.Notes));
        Assert.Null(Card.From(new VirtualCard { Id = "vc_1", Status = "ACTIVE", DisplayName = "ab" }).AsTold);
    }

    [Fact]
    public void What_is_kept_weighs_as_much_as_its_cards_and_their_texts()
    {
        var (plain, named) = (Named(null), Named(new string('a', 100)));
        var cleaned = Named(new string('a', 100) + "\u202E");

        Assert.InRange(Weight(named) - Weight(plain), 200, 600);
        Assert.InRange(Weight(cleaned) - Weight(named), 1_200, 2_200);
        Assert.InRange(Weight(plain), 1_000, 3_000);
        Assert.Equal(Weight(plain, named) - Weight(plain), Weight(named) - Weight());
        Assert.Equal(Weight(plain, named) / 2, CardResources.OfRule.Bytes(new Derived<Card>([], [plain, named])));
        Assert.Same(cleaned.AsTold, ((ICleaned<Card>)cleaned).Raw);

        static Card Named(string? name) => Card.From(new VirtualCard { Id = "vc_1", Status = "ACTIVE", DisplayName = name });
        static long Weight(params Card[] cards) => CardResources.Active.Bytes(cards);
    }

    [Fact]
    public async Task Of_a_list_those_are_given_that_match_as_fresh_as_it_is()
    {
        var all = new Fresh<Card[]>(List.All, new Vintage(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), Origin.Hit));

        var matching = await Task.FromResult(all).MatchingAsync(new CardsFilter { Statuses = ["CLOSED"] });

        Assert.Equal(["vc_c"], matching.Value.Select(card => card.Id));
        Assert.Equal(all.Vintage, matching.Vintage);
        Assert.Same(all, await Task.FromResult(all).MatchingAsync(new CardsFilter()));
    }

    private static VirtualCard Source(string id, string status, int? day) =>
        new() { Id = id, Status = status, CreatedAt = day is { } some ? DateTimeOffset.UnixEpoch.AddDays(some) : null };
}
