using CsCheck;
using Microsoft.AspNetCore.Http;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class VintageTests
{
    private static readonly Gen<TimeSpan> Times = Gen.Long[0, TimeSpan.TicksPerHour].Select(TimeSpan.FromTicks);
    private static readonly Gen<Vintage> Vintages = Gen.Select(Times, Times, Gen.Enum<Origin>(), (age, freshFor, origin) => new Vintage(age, freshFor, origin));

    [Fact]
    public void A_whole_is_as_old_as_its_oldest_part_and_stops_being_fresh_with_the_first() =>
        Gen.Select(Vintages, Vintages).Sample((one, other) =>
        {
            var whole = one.With(other);
            return whole == other.With(one)
                && whole.Age == (one.Age > other.Age ? one.Age : other.Age)
                && whole.FreshFor - whole.Age == Min(one.FreshFor - one.Age, other.FreshFor - other.Age)
                && whole.Origin >= one.Origin && whole.Origin >= other.Origin
                && one.With(one) == one;
        });

    [Theory]
    [InlineData(0, 5, Origin.Miss, "private, max-age=5", "0", "vts; fwd=miss")]
    [InlineData(1.999, 5, Origin.Hit, "private, max-age=5", "1", "vts; hit; ttl=4")]
    [InlineData(45, 5, Origin.Stale, "private, max-age=5", "45", "vts; hit; detail=stale; ttl=-40")]
    [InlineData(2, 5, Origin.Stale, "private, max-age=5", "2", "vts; hit; detail=stale; ttl=3")]
    [InlineData(0.1, 5, Origin.Outdated, "private, max-age=5", "0", "vts; fwd=stale")]
    [InlineData(0.1, 5, Origin.Requested, "private, max-age=5", "0", "vts; fwd=request")]
    [InlineData(0.3, 0, Origin.Miss, "private, no-cache", "0", "vts; fwd=miss")]
    [InlineData(0.3, 0.9, Origin.Hit, "private, no-cache", "0", "vts; hit; ttl=0")]
    [InlineData(0.3, -0.1, Origin.Hit, "private, no-cache", "0", "vts; hit; ttl=0")]
    public void The_headers_say_it_in_whole_seconds(double age, double freshFor, Origin origin, string cacheControl, string shownAge, string cacheStatus)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        VintageHeaders.Write(headers, new Vintage(TimeSpan.FromSeconds(age), TimeSpan.FromSeconds(freshFor), origin));

        Assert.Equal(cacheControl, headers.CacheControl);
        Assert.Equal(shownAge, headers.Age);
        Assert.Equal(cacheStatus, headers["Cache-Status"]);
        Assert.Equal("token, Authorization", headers.Vary);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
