using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Vts.Callers;
using Vts.Cards;
using Vts.Freshness;
using Vts.Queries;
using Vts.Tests.Queries;

namespace Vts.Tests.Cards;

public sealed class CardPageTests
{
    private static readonly Caller Ann = new("ann", "main");

    private readonly Cursors _cursors = new(new CursorKey(Options.Create(new ListOptions()), new ConfigurationBuilder().Build()), TimeProvider.System);

    [Fact]
    public void Pages_one_after_the_other_are_the_list_each_card_once() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[1, 5], Gen.OneOf("", "&sort=balance", "&sort=-displayName", "&sort=createdAt")).Sample((count, size, sort) =>
        {
            var all = Cards(count);
            var rows = new List<string>();
            string? cursor = null;
            do
            {
                var page = Page(all, $"limit={size}{sort}{(cursor is null ? "" : $"&cursor={cursor}")}");
                Assert.True(page.Rows.Value.Length <= size);
                Assert.Equal(rows.Count + page.Rows.Value.Length < count, page.NextCursor is not null);
                rows.AddRange(page.Rows.Value.Select(card => card.Id));
                cursor = page.NextCursor;
            }
            while (cursor is not null);

            Assert.Equal(Page(all, sort.TrimStart('&')).Rows.Value.Select(card => card.Id), rows);
        });

    [Fact]
    public void Without_a_limit_the_list_is_whole()
    {
        var all = Cards(120);

        Assert.Equal((120, null), (Page(all, "").Rows.Value.Length, Page(all, "").NextCursor));
    }

    [Fact]
    public void A_cursor_alone_leads_on_by_a_hundred()
    {
        var all = Cards(120);

        var page = Page(all, $"cursor={Page(all, "limit=5").NextCursor}");

        Assert.Equal(all[5..105], page.Rows.Value);
        Assert.NotNull(page.NextCursor);
    }

    [Fact]
    public void A_page_goes_on_where_the_last_one_ended_though_cards_came_and_went()
    {
        var before = Cards(6);
        var cursor = Page(before, "limit=3").NextCursor;

        Card[] after = [.. before[..2], .. before[4..]];

        Assert.Equal(before[4..], Page(after, $"limit=3&cursor={cursor}").Rows.Value);
        Assert.Empty(Page(before[..2], $"limit=3&cursor={cursor}").Rows.Value);
        Assert.Null(Page(before[..2], $"limit=3&cursor={cursor}").NextCursor);
    }

    [Fact]
    public void A_cursor_of_another_filter_or_order_is_refused()
    {
        var all = Cards(6);
        var cursor = Page(all, "limit=3").NextCursor;

        Assert.Equal("invalid_cursor", Ask.Refusal(() => Page(all, $"limit=3&cursor={cursor}&sort=balance")).Code);
        Assert.Equal("invalid_cursor", Ask.Refusal(() => Page(all, $"limit=3&cursor={cursor}&search=a")).Code);
    }

    // In the order in which cards are kept.
    private static Card[] Cards(int count) => [.. Enumerable.Range(0, count).Select(i => new Card($"vc_{i:000}", i % 3 == 0 ? null : $"n{i % 4}", null, i * 5 % 7, null, "ACTIVE")
    {
        Facts = CardFacts.None with { CreatedAt = DateTimeOffset.UnixEpoch.AddDays(-i / 2) },
    })];

    private CardPage Page(Card[] cards, string query) => CardPage.Of(new Fresh<Card[]>(cards, Vintage.NotKept), Ask.Cards(query), _cursors, "listCards", Ann);
}
