using System.Net;
using Microsoft.Extensions.Time.Testing;
using Vts.Audit;
using Vts.Callers;

namespace Vts.Tests.Audit;

public sealed class RefusalsTests
{
    private static readonly IPAddress Address = IPAddress.Parse("203.0.113.7");

    private readonly FakeTimeProvider _clock = new();
    private readonly Caller _caller = new("greedy", "main");

    [Fact]
    public void Of_ten_thousand_refusals_in_a_second_one_has_an_event_and_the_next_event_counts_the_others()
    {
        var refusals = new Refusals(_clock);

        Assert.Equal(9_999, Enumerable.Range(0, 10_000).Count(_ => refusals.Leaves(_caller, Address)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(refusals.Leaves(_caller, Address));
        Assert.Equal(9_999, refusals.Take(_caller, Address));
        Assert.Null(refusals.Take(_caller, Address));
    }

    [Fact]
    public void Each_caller_and_each_address_is_counted_by_itself()
    {
        var refusals = new Refusals(_clock);
        refusals.Leaves(_caller, Address);

        Assert.False(refusals.Leaves(new Caller("other", "main"), Address));
        Assert.False(refusals.Leaves(null, Address));
        Assert.True(refusals.Leaves(null, Address));
        Assert.Equal(1, refusals.Take(null, Address));
        Assert.Null(refusals.Take(_caller, Address));
    }
}
