using Extend.VirtualCards;

namespace Extend.Tests.VirtualCards;

public sealed class CardCollectionTests
{
    [Fact]
    public void A_single_page_is_complete_and_whole()
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["a", "b"], page: 0, pages: 1, total: 2));

        Assert.True(cards.IsComplete);
        Assert.True(cards.IsWhole);
    }

    [Fact]
    public void An_empty_account_is_complete_and_whole()
    {
        var cards = new CardCollection();
        cards.Add(0, Page([], page: 0, pages: 0, total: 0));

        Assert.True(cards.IsComplete);
        Assert.True(cards.IsWhole);
    }

    [Fact]
    public void Pages_counted_from_zero_end_with_the_last()
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["a"], page: 0, pages: 3, total: 3));
        Assert.Equal((1, 2), (cards.NextPage, cards.PagesLeft));
        cards.Add(1, Page(["b"], page: 1, pages: 3, total: 3));
        cards.Add(2, Page(["c"], page: 2, pages: 3, total: 3));

        Assert.True(cards.IsComplete);
        Assert.True(cards.IsWhole);
    }

    [Fact]
    public void A_server_that_counts_from_one_and_says_so_is_asked_for_the_second_page_next()
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["a"], page: 1, pages: 2, total: 2));
        Assert.Equal((2, 1), (cards.NextPage, cards.PagesLeft));
        cards.Add(2, Page(["b"], page: 2, pages: 2, total: 2));

        Assert.True(cards.IsComplete);
        Assert.True(cards.IsWhole);
    }

    [Fact]
    public void A_server_that_counts_from_one_and_does_not_say_so_is_found_out_by_the_repeated_first_page()
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["a"], page: 0, pages: 2, total: 2));
        cards.Add(1, Page(["a"], page: 1, pages: 2, total: 2));
        Assert.False(cards.IsComplete);
        cards.Add(2, Page(["b"], page: 2, pages: 2, total: 2));

        Assert.True(cards.IsComplete);
        Assert.True(cards.IsWhole);
    }

    [Fact]
    public void Without_pagination_the_walk_ends_at_a_page_that_brings_nothing_new()
    {
        var cards = new CardCollection();
        cards.Add(0, new VirtualCardPage { VirtualCards = [Card("a")] });
        Assert.False(cards.IsComplete);
        cards.Add(1, new VirtualCardPage { VirtualCards = [Card("b")] });
        Assert.False(cards.IsComplete);
        cards.Add(2, new VirtualCardPage { VirtualCards = [Card("b")] });

        Assert.True(cards.IsComplete);
        Assert.Equal(2, cards.Cards.Count);
    }

    [Fact]
    public void The_last_word_on_how_many_pages_there_are_counts_and_silence_is_none()
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["a"], page: 0, pages: 2, total: 2));
        cards.Add(1, Page(["b"], page: 1, pages: 4, total: 4));
        Assert.Equal((false, 2), (cards.IsComplete, cards.PagesLeft));
        cards.Add(2, new VirtualCardPage { VirtualCards = [Card("c")] });
        Assert.Equal((false, 1), (cards.IsComplete, cards.PagesLeft));
        cards.Add(3, Page(["d"], page: 3, pages: 4, total: 4));

        Assert.Equal((true, true), (cards.IsComplete, cards.IsWhole));
    }

    [Fact]
    public void An_empty_second_page_is_no_repeated_first_one()
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["a"], page: 0, pages: 3, total: 3));
        cards.Add(1, Page([], page: 1, pages: 3, total: 3));

        Assert.Equal((true, false), (cards.IsComplete, cards.IsWhole));
    }

    [Fact]
    public void Fewer_cards_than_extend_counts_are_not_the_whole()
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["a", "b"], page: 0, pages: 2, total: 4));
        cards.Add(1, Page(["b", "c"], page: 1, pages: 2, total: 4));

        Assert.True(cards.IsComplete);
        Assert.False(cards.IsWhole);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(-1L)]
    public void Numbers_that_make_no_sense_neither_overflow_nor_loop(long odd)
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["a"], page: odd, pages: odd, total: 1));
        if (!cards.IsComplete)
        {
            cards.Add(1, Page(["a"], page: odd, pages: odd, total: 1));
        }

        Assert.True(cards.IsComplete);
    }

    [Fact]
    public void A_page_without_a_list_or_with_a_hole_in_it_is_unreadable()
    {
        Assert.Equal(ExtendFault.AnswerUnreadable, Assert.Throws<ExtendException>(() => new CardCollection().Add(0, new VirtualCardPage())).Fault);
        Assert.Equal(ExtendFault.AnswerUnreadable, Assert.Throws<ExtendException>(() => new CardCollection().Add(0, new VirtualCardPage { VirtualCards = [null!] })).Fault);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_page_with_more_cards_than_there_are_in_all_belies_itself(long total) => Assert.Equal(
        ExtendFault.AnswerInconsistent,
        Assert.Throws<ExtendException>(() => new CardCollection().Add(0, Page(["a", "b"], page: 0, pages: 1, total))).Fault);

    [Fact]
    public void Pages_that_become_ever_more_have_an_end()
    {
        var cards = new CardCollection();
        cards.Add(0, Page(["0"], page: 0, pages: 2, total: 2));

        var fault = Assert.Throws<ExtendException>(() =>
        {
            for (var page = 1; page < 100; page++)
            {
                cards.Add(page, Page([$"{page}"], page, pages: page + 2, total: page + 2));
            }
        });

        Assert.Equal(ExtendFault.AnswerInconsistent, fault.Fault);
        Assert.InRange(cards.NextPage, 20, 25);
    }

    private static VirtualCardPage Page(string[] ids, long page, long pages, long total) => new()
    {
        VirtualCards = [.. ids.Select(Card)],
        Pagination = new Pagination { Page = page, NumberOfPages = pages, TotalItems = total },
    };

    private static VirtualCard Card(string id) => new() { Id = id, Status = "ACTIVE" };
}
