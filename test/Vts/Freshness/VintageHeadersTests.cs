using Microsoft.AspNetCore.Http;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class VintageHeadersTests
{
    [Theory]
    [InlineData(0, 5, Origin.Miss, "private, max-age=5", "0", "vts; fwd=miss")]
    [InlineData(2.9, 5, Origin.Hit, "private, max-age=5", "2", "vts; hit; ttl=3")]
    [InlineData(70, 5, Origin.Stale, "private, max-age=5", "70", "vts; hit; detail=stale; ttl=-65")]
    [InlineData(0, 5, Origin.Outdated, "private, max-age=5", "0", "vts; fwd=stale")]
    [InlineData(0, 5, Origin.Requested, "private, max-age=5", "0", "vts; fwd=request")]
    [InlineData(0, 0, Origin.Miss, "private, no-cache", "0", "vts; fwd=miss")]
    [InlineData(0, 0.9, Origin.Miss, "private, no-cache", "0", "vts; fwd=miss")]
    [InlineData(-3, -3, Origin.Hit, "private, no-cache", "0", "vts; hit; ttl=0")]
    [InlineData(3_000_000_000, 3_000_000_001, Origin.Hit, "private, max-age=3000000001", "3000000000", "vts; hit; ttl=1")]
    public void An_answer_says_how_old_it_is_how_long_it_keeps_and_how_it_was_come_by(
        double age, double freshFor, Origin origin, string cacheControl, string ageHeader, string cacheStatus)
    {
        IHeaderDictionary headers = new HeaderDictionary();

        VintageHeaders.Write(headers, new Vintage(TimeSpan.FromSeconds(age), TimeSpan.FromSeconds(freshFor), origin));

        Assert.Equal((cacheControl, ageHeader, cacheStatus, "token, Authorization"),
            (headers.CacheControl.ToString(), headers.Age.ToString(), headers["Cache-Status"].ToString(), headers.Vary.ToString()));
    }

    [Fact]
    public void What_more_the_answer_varies_by_stays()
    {
        IHeaderDictionary headers = new HeaderDictionary { ["Vary"] = "Accept, token, Authorization" };

        VintageHeaders.Write(headers, Vintage.NotKept);

        Assert.Equal("Accept, token, Authorization", headers.Vary);
    }
}
