using CsCheck;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class ShelfTests
{
    private static readonly Resource<string> Text = new("text", _ => TimeSpan.FromSeconds(5), text => text.Length);
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Never_more_is_held_than_allowed_and_the_sum_is_that_of_what_is_found() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 60], Gen.Bool).List[0, 200].Sample(steps =>
        {
            var shelf = new Shelf(100);
            foreach (var (id, bytes, remove) in steps)
            {
                var key = Text.Of("a", $"{id}");
                if (remove)
                {
                    shelf.Remove(key);
                }
                else
                {
                    shelf.Put(key, new Kept<string>(new string('x', bytes), Now), bytes, Now.AddHours(1), Now);
                }

                Assert.InRange(shelf.Bytes, 0, 100);
                Assert.Equal(!remove, shelf.Find(key) is not null);
                Assert.Equal(shelf.Bytes, Enumerable.Range(0, 21).Sum(i => shelf.Find(Text.Of("a", $"{i}"))?.Value.Length ?? 0));
            }
        });

    [Fact]
    public void What_was_asked_for_longest_ago_goes_first()
    {
        var shelf = new Shelf(30);
        foreach (var id in new[] { "1", "2", "3", "1", "4" })
        {
            shelf.Put(Text.Of("a", id), new Kept<string>(id, Now), 10, Now.AddHours(1), Now);
        }

        Assert.Equal(["1", "3", "4"], new[] { "1", "2", "3", "4" }.Where(id => shelf.Find(Text.Of("a", id)) is not null));
    }

    [Fact]
    public void What_is_too_large_is_not_held_and_takes_the_place_of_nothing_but_its_own_past()
    {
        var shelf = new Shelf(30);
        shelf.Put(Text.Of("a", "1"), new Kept<string>("", Now), 10, Now.AddHours(1), Now);
        shelf.Put(Text.Of("a", "2"), new Kept<string>("", Now), 10, Now.AddHours(1), Now);
        shelf.Put(Text.Of("a", "2"), new Kept<string>("", Now), 31, Now.AddHours(1), Now);

        Assert.NotNull(shelf.Find(Text.Of("a", "1")));
        Assert.Null(shelf.Find(Text.Of("a", "2")));
    }

    [Fact]
    public void What_takes_all_the_room_there_is_is_held()
    {
        var shelf = new Shelf(30);
        shelf.Put(Text.Of("a", "1"), new Kept<string>("", Now), 30, Now.AddHours(1), Now);

        Assert.NotNull(shelf.Find(Text.Of("a", "1")));
    }

    [Fact]
    public void What_nobody_can_want_any_more_leaves_with_the_next_put()
    {
        var shelf = new Shelf(30);
        shelf.Put(Text.Of("a", "1"), new Kept<string>("", Now), 10, Now.AddSeconds(1), Now);
        shelf.Put(Text.Of("a", "2"), new Kept<string>("", Now), 10, Now.AddSeconds(9), Now.AddSeconds(1));

        Assert.Equal(10, shelf.Bytes);
    }
}
