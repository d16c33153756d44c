using Vts.Callers.Rules;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class DerivedTests
{
    private static readonly Resource<Derived<string>> Lists = new("lists", options => options.Cards, list => list.List.Length);

    [Fact]
    public void What_is_made_of_the_same_parts_is_made_once()
    {
        using var world = new KeptWorld();
        var (one, other, made) = (new object(), new object(), 0);
        string[] Derive(string account, params object[] sources) => world.Reads.Derive(Lists.Of(account), sources, () => [$"{++made}"]);

        Assert.Same(Derive("a", one, other), Derive("a", one, other));
        Assert.Equal(["2"], Derive("b", one, other));
        Assert.Equal(["3"], Derive("a", other, one));
        Assert.Equal(["4"], Derive("a", other));
        Assert.Equal(["5"], Derive("a", other, one, one));
    }

    [Fact]
    public void What_is_made_is_made_anew_where_nothing_is_kept()
    {
        using var world = new KeptWorld(new FreshnessOptions { Cards = TimeSpan.Zero });
        var (source, made) = (new object(), 0);

        Assert.Equal(["1"], world.Reads.Derive(Lists.Of("a"), [source], () => [$"{++made}"]));
        Assert.Equal(["2"], world.Reads.Derive(Lists.Of("a"), [source], () => [$"{++made}"]));
    }

    [Fact]
    public void A_look_finds_what_is_fresh_enough_and_asks_nobody()
    {
        using var world = new KeptWorld();
        var key = Lists.Of("a");
        Assert.Null(world.Reads.Look(key, Demand.None));
        Assert.Null(world.Reads.Peek(key));
        Assert.False(world.Reads.Has(key, Demand.None));
        world.Reads.Derive(key, [], () => ["x"]);
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(new Vintage(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), Origin.Hit), world.Reads.Look(key, Demand.None)!.Vintage);
        Assert.Equal(["x"], world.Reads.Look(key, Demand.None)!.Value.List);
        Assert.True(world.Reads.Has(key, Demand.None));
        Assert.Null(world.Reads.Look(key, new Demand(TimeSpan.FromSeconds(2))));
        Assert.False(world.Reads.Has(key, new Demand(TimeSpan.FromSeconds(2))));
        world.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(world.Reads.Look(key, Demand.None));
        Assert.NotNull(world.Reads.Peek(key));
    }

    [Fact]
    public void A_list_of_which_a_caller_sees_everything_is_the_same_object()
    {
        var list = new Fresh<string[]>(["a"], Vintage.NotKept);

        Assert.Same(list, list.Showing(FieldRule.All));
        Assert.Equal(["id"], new[] { "id", "last4" }.Where(list.Showing(new() { Names = [] }).Fields.Shows));
        Assert.Equal(["id"], new[] { "id", "last4" }.Where(list.Showing(new() { Names = [] }).Select(rows => rows[0]).Fields.Shows));
    }
}
