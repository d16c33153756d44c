using CsCheck;
using Microsoft.Extensions.Primitives;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class CacheControlTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("no-cache", 0, null)]
    [InlineData("NO-CACHE", 0, null)]
    [InlineData("no-cache=\"set-cookie, max-age=5\"", 0, null)]
    [InlineData("max-age=0", 0, null)]
    [InlineData("max-age=30", 30, null)]
    [InlineData("Max-Age=\"30\"", 30, null)]
    [InlineData("max-age=30, no-cache", 0, null)]
    [InlineData("max-age=30, max-age=10, max-age=20", 10, null)]
    [InlineData("stale-if-error=600", null, 600)]
    [InlineData("  max-age=2 ,, stale-if-error=600 , ", 2, 600)]
    [InlineData("max-age=2,\tstale-if-error=\"600\"", 2, 600)]
    [InlineData("max-age=99999999999999999999999", int.MaxValue, null)]
    [InlineData("x=\"a, max-age=1\\\", no-cache\", max-age=7", 7, null)]
    [InlineData("max-age", null, null)]
    [InlineData("max-age=", null, null)]
    [InlineData("max-age=\"\"", null, null)]
    [InlineData("max-age=\"", null, null)]
    [InlineData("max-age=-1", null, null)]
    [InlineData("max-age=+1", null, null)]
    [InlineData("max-age=1.5", null, null)]
    [InlineData("max-age=0x10", null, null)]
    [InlineData("max-age=1 0", null, null)]
    [InlineData("max-age = 5", null, null)]
    [InlineData("max-age=٣", null, null)]
    [InlineData("max-age=5; no-cache", null, null)]
    [InlineData("\u00A0no-cache", null, null)]
    [InlineData("=5", null, null)]
    [InlineData("=no-cache", null, null)]
    [InlineData("x=\"never closed, no-cache", null, null)]
    [InlineData("no-store, only-if-cached, min-fresh=3, max-stale", null, null)]
    public void A_directive_is_read_exactly_or_not_at_all(string header, int? maxAge, int? staleIfError) =>
        Assert.Equal(new Demand(Seconds(maxAge), Seconds(staleIfError)), CacheControl.Read(header));

    [Fact]
    public void Several_header_lines_are_one_list() =>
        Assert.Equal(new Demand(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9)), CacheControl.Read(new StringValues(["max-age=3", "stale-if-error=9, max-age=4"])));

    [Fact]
    public void No_header_demands_nothing() => Assert.Same(Demand.None, CacheControl.Read(StringValues.Empty));

    [Fact]
    public void Whatever_stands_there_is_read_without_a_fault_and_hides_no_directive_after_it() =>
        Gen.String[Gen.Char["=,;\"\\ amx-ge0159\t\0é"], 0, 40].Where(odd => !odd.Contains('"')).Sample(odd =>
            CacheControl.Read($"{odd}, stale-if-error=1").StaleIfError == TimeSpan.FromSeconds(1));

    [Fact]
    public void Whatever_is_quoted_is_read_without_a_fault() =>
        Gen.String[Gen.Char["=,\"\\ max-age=5"], 0, 40].Sample(odd => CacheControl.Read(odd) is not null);

    private static TimeSpan? Seconds(int? seconds) => seconds is { } some ? TimeSpan.FromSeconds(some) : null;
}
