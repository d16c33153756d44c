using Extend.Transactions;

namespace Extend.Tests.Transactions.History;

/// <summary>The steps of a walk through the report, page by page.</summary>
public sealed class ReportTrackTests
{
    [Fact]
    public void A_page_that_is_not_full_is_the_end_and_of_one_page_nothing_can_have_moved()
    {
        var track = new ReportTrack(10);
        Assert.Equal(new ReportPage(1, 10), track.Next);

        Assert.True(track.Follow(Rows(0, 9)));

        Assert.True(track is { IsAtEnd: true, IsSettled: true });
    }

    [Fact]
    public void The_next_page_begins_within_what_was_seen_and_after_the_end_the_top_is_read_again()
    {
        var track = new ReportTrack(ReportPage.Largest);
        Assert.True(track.Follow(Rows(0, ReportPage.Largest)));
        Assert.True(track is { IsAtEnd: false, IsSettled: false });
        Assert.InRange(track.Next.Start, 1, ReportPage.Largest - 1);

        Assert.True(track.Follow(Rows(track.Next.Start, 20)));

        Assert.True(track is { IsAtEnd: true, IsSettled: false });
        Assert.Equal(new ReportPage(1, ReportPage.Largest), track.Next);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Where_a_page_does_not_join_the_walk_steps_back_twice_as_far_each_time_and_to_the_top_at_last(int rows)
    {
        var track = Walked(2_000);
        var starts = new List<int> { track.Next.Start };
        for (var step = 0; step < 6; step++)
        {
            Assert.False(track.Follow(Rows(1_000_000, rows)));
            starts.Add(track.Next.Start);
        }

        // 50 rows, then 100, 200, 400; a page reaches over the place by up to its size.
        Assert.All(Enumerable.Range(0, 4), i => Assert.InRange(starts[i] - starts[i + 1], (50 << i) - 1, (50 << i) + ReportPage.Largest));
        Assert.Equal(0, starts[^1]);
    }

    [Fact]
    public void Pages_that_never_join_are_given_up_after_eight_steps_back()
    {
        var track = Walked(20_000);

        for (var step = 0; step < 8; step++)
        {
            Assert.False(track.Follow([]));
        }

        Assert.Equal(ExtendFault.AnswerInconsistent, GivesUp(() => track.Follow([])));
    }

    [Fact]
    public void A_page_that_joins_forgets_the_steps_back()
    {
        var track = Walked(2_000);
        for (var round = 0; round < 4; round++)
        {
            for (var step = 0; step < 3; step++)
            {
                Assert.False(track.Follow([]));
            }

            Walk(track, 2_000);
        }
    }

    [Fact]
    public void Pages_that_bring_nothing_new_are_followed_thirty_two_times_and_no_longer()
    {
        var track = new ReportTrack(10);
        Assert.True(track.Follow(Rows(0, 10)));
        for (var page = 0; page < 32; page++)
        {
            Assert.True(track.Follow(Again(track)));
        }

        Assert.Equal(ExtendFault.AnswerInconsistent, GivesUp(() => track.Follow(Again(track))));
    }

    [Fact]
    public void What_is_new_of_a_row_is_its_status_or_a_moment_of_it()
    {
        var track = new ReportTrack(2);
        Transaction[] known = [Row(0), Row(1)];
        Transaction[][] pages =
        [
            known,
            [known[0], known[1] with { Status = "CLEARED" }],
            [known[0], known[1] with { Status = "CLEARED", ClearedAt = DateTimeOffset.UnixEpoch }],
            [known[0] with { AuthedAt = DateTimeOffset.UnixEpoch.AddYears(9) }, known[1] with { Status = "CLEARED", ClearedAt = DateTimeOffset.UnixEpoch }],
        ];
        track.Follow([.. known.Take(1)]);
        Assert.True(track.IsAtEnd);

        foreach (var page in pages)
        {
            track.Settle(page);
            Assert.False(track.IsSettled);
            track.Settle(page);
            Assert.True(track.IsSettled);
        }
    }

    [Fact]
    public void The_top_is_read_on_while_it_brings_news_and_settled_once_it_brings_none()
    {
        var track = new ReportTrack(ReportPage.Largest);
        track.Follow(Rows(0, ReportPage.Largest));
        track.Follow(Rows(track.Next.Start, 3));
        var (size, top) = (ReportPage.Largest, new ReportPage(1, ReportPage.Largest));

        track.Settle(Rows(1_000, size));
        Assert.Equal((top with { Number = 2 }, false), (track.Next, track.IsSettled));
        track.Settle(Rows(1_000, size));
        Assert.Equal((top, false), (track.Next, track.IsSettled));
        track.Settle(Rows(1_000, size));

        Assert.Equal((top, true), (track.Next, track.IsSettled));
    }

    [Fact]
    public void Two_pages_with_news_are_no_less_news_than_one()
    {
        var track = new ReportTrack(10);
        track.Follow(Rows(0, 3));

        track.Settle(Rows(1_000, ReportPage.Largest));
        track.Settle(Rows(2_000, ReportPage.Largest));
        track.Settle(Rows(0, 3));

        Assert.False(track.IsSettled);
        Assert.Equal(new ReportPage(1, ReportPage.Largest), track.Next);
    }

    [Fact]
    public void A_short_page_with_news_has_the_top_read_again()
    {
        var track = new ReportTrack(10);
        track.Follow(Rows(0, 3));

        track.Settle(Rows(50, 5));
        Assert.Equal((new ReportPage(1, ReportPage.Largest), false), (track.Next, track.IsSettled));
        track.Settle(Rows(50, 5));

        Assert.True(track.IsSettled);
    }

    [Fact]
    public void A_top_that_never_comes_to_rest_is_given_up_after_a_hundred_pages()
    {
        var track = new ReportTrack(10);
        track.Follow(Rows(0, 3));
        for (var page = 0; page < 100; page++)
        {
            track.Settle(Rows(100 * page, 5));
        }

        Assert.Equal(ExtendFault.AnswerInconsistent, GivesUp(() => track.Settle(Rows(1, 1))));
    }

    /// <summary>A walk that has come that many rows far.</summary>
    private static ReportTrack Walked(int rows)
    {
        var track = new ReportTrack(ReportPage.Largest);
        Walk(track, rows);
        return track;
    }

    private static void Walk(ReportTrack track, int rows)
    {
        while (track.Next.Start < rows)
        {
            Assert.True(track.Follow(Rows(track.Next.Start, track.Next.Size)));
        }
    }

    // A full page of what the walk has seen.
    private static Transaction[] Again(ReportTrack track) => [.. Enumerable.Range(0, track.Next.Size).Select(i => Row(i % 10))];

    private static Transaction[] Rows(int first, int count) => [.. Enumerable.Range(first, count).Select(Row)];

    private static Transaction Row(int number) =>
        new() { Id = $"txn_{number}", Status = "PENDING", AuthedAt = DateTimeOffset.UnixEpoch.AddYears(5).AddMinutes(-number) };

    private static ExtendFault GivesUp(Action step) => Assert.Throws<ExtendException>(step).Fault;
}
