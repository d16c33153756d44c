using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class KeptTests
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(4);

    private readonly Kept<string> _kept = new("ab", new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_third_read_of_what_is_due_and_no_other_has_it_refreshed() =>
        Assert.Equal([false, false, true, false, false], Enumerable.Range(0, 5).Select(_ => _kept.CountRead(Due, FreshFor)));

    [Fact]
    public void What_is_read_often_is_refreshed_at_the_first_read_for_which_it_is_due()
    {
        Assert.All(Enumerable.Range(0, 10), _ => Assert.False(_kept.CountRead(Due - TimeSpan.FromTicks(1), FreshFor)));
        Assert.True(_kept.CountRead(Due, FreshFor));
        Assert.False(_kept.CountRead(Due, FreshFor));
    }

    [Fact]
    public void A_part_is_as_old_as_the_whole()
    {
        Assert.Equal(("a", _kept.AskedAt), (_kept.Select(text => text[..1])!.Value, _kept.Select(text => text[..1])!.AskedAt));
        Assert.Null(_kept.Select<string>(_ => null));
    }
}
