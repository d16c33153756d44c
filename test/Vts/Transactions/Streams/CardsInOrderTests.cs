using System.Runtime.CompilerServices;
using CsCheck;
using Extend;
using Vts.Errors;
using Vts.Transactions;
using Vts.Transactions.Streams;

namespace Vts.Tests.Transactions.Streams;

public sealed class CardsInOrderTests
{
    private readonly List<string> _asked = [];
    private readonly List<string> _left = [];

    [Fact]
    public void Rows_come_card_by_card_whole_and_in_order() => Gen.Select(Gen.Int[0, 4].Array[0, 12], Gen.Int[1, 5]).Sample((sizes, sideBySide) =>
    {
        string[] cards = [.. sizes.Select((size, i) => $"{i}:{size}")];
        var world = new CardsInOrderTests();

        Assert.Equal(cards.SelectMany(RowIds), world.Read(cards, sideBySide, new Coverage(isLenient: false)).Result);
        Assert.Equal(cards, world._asked);
        Assert.Equal(cards.Order(StringComparer.Ordinal), world._left.Order(StringComparer.Ordinal));
    });

    [Fact]
    public async Task The_next_cards_are_asked_while_one_is_taken_and_no_more_than_may_be_side_by_side()
    {
        string[] cards = ["a:2", "b:1", "c:1", "d:1"];
        await using var rows = Open(cards, 2, new Coverage(isLenient: false)).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await rows.MoveNextAsync());
        Assert.Equal(["a:2", "b:1"], _asked);
        Assert.True(await rows.MoveNextAsync());
        Assert.Equal(["a:2", "b:1"], _asked);
        Assert.True(await rows.MoveNextAsync());
        Assert.Equal(["a:2", "b:1", "c:1"], _asked);
    }

    [Fact]
    public async Task Every_card_counts_as_asked_from_the_start()
    {
        var coverage = new Coverage(isLenient: true);
        await using var rows = Open(["a:1", "b:1", "c:1"], 1, coverage).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await rows.MoveNextAsync();

        Assert.Equal(3, coverage.Asked);
    }

    [Fact]
    public async Task Who_stops_taking_rows_ends_every_read_that_is_under_way()
    {
        var rows = Open(["a:2", "b:1", "c:1", "d:1"], 3, new Coverage(isLenient: false)).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await rows.MoveNextAsync();
        await rows.DisposeAsync();

        Assert.Equal(["a:2", "b:1", "c:1"], _asked);
        Assert.Equal(_asked, _left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_stops_taking_rows_waits_for_no_card_that_is_being_asked()
    {
        var rows = Open(["a:2", "never", "never"], 3, new Coverage(isLenient: false)).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await rows.MoveNextAsync();

        await rows.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(["a:2", "never", "never"], _left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_leaves_while_a_card_is_asked_waits_for_no_answer()
    {
        using var leaving = new CancellationTokenSource();
        var rows = Open(["a:1", "never", "never"], 3, new Coverage(isLenient: false), leaving.Token).GetAsyncEnumerator(leaving.Token);
        Assert.True(await rows.MoveNextAsync());
        var next = rows.MoveNextAsync();
        Assert.False(next.IsCompleted);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        await rows.DisposeAsync();
        Assert.Equal(["a:1", "never", "never"], _left.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("fails:0")]
    [InlineData("fails:2")]
    public async Task A_lenient_read_goes_on_after_a_card_that_fails_and_names_it(string failing)
    {
        var coverage = new Coverage(isLenient: true);

        var rows = await Read(["a:1", failing, "b:2"], 2, coverage);

        Assert.Equal([.. RowIds("a:1"), .. RowIds(failing), .. RowIds("b:2")], rows);
        Assert.Equal((3, 1), (coverage.Asked, coverage.Failed.Count));
    }

    [Theory]
    [InlineData("fails:0")]
    [InlineData("fails:2")]
    public async Task Any_other_read_ends_at_the_first_card_that_fails(string failing)
    {
        await Assert.ThrowsAsync<CardsUnansweredException>(() => Read(["a:1", failing, "b:2", "c:1"], 2, new Coverage(isLenient: false)));

        Assert.DoesNotContain("c:1", _asked);
        Assert.Equal(_asked.Order(StringComparer.Ordinal), _left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_lenient_read_of_which_every_card_fails_fails() =>
        await Assert.ThrowsAsync<CardsUnansweredException>(() => Read(["fails:0", "fails:1"], 2, new Coverage(isLenient: true)));

    private static IEnumerable<string> RowIds(string card) => Enumerable.Range(0, int.Parse(card.Split(':')[1])).Select(i => $"{card}/{i}");

    private IAsyncEnumerable<Transaction> Open(string[] cards, int sideBySide, Coverage coverage, CancellationToken cancellationToken = default) =>
        new CardsInOrder(cards, RowsOf, sideBySide, coverage).ReadAsync(cancellationToken);

    private async Task<string[]> Read(string[] cards, int sideBySide, Coverage coverage) =>
        await Open(cards, sideBySide, coverage).Select(row => row.Id).ToArrayAsync();

    private async IAsyncEnumerable<Transaction> RowsOf(string card, [EnumeratorCancellation] CancellationToken leaving)
    {
        _asked.Add(card);
        try
        {
            if (card == "never")
            {
                await new TaskCompletionSource().Task.WaitAsync(leaving);
            }

            foreach (var id in RowIds(card))
            {
                yield return new Transaction(id, card, "CLEARED", null, null, null, null, null, null, null);
            }

            if (card.StartsWith("fails", StringComparison.Ordinal))
            {
                throw new ExtendException(ExtendFault.TimedOut);
            }
        }
        finally
        {
            _left.Add(card);
        }
    }
}
