using CsCheck;
using Vts.Queries;

namespace Vts.Tests.Queries;

public sealed class NearestTests
{
    private static readonly string[] Known = ["status", "type", "from", "to", "tz", "minAmount", "maxAmount", "merchant", "mcc", "limit", "cursor", "fields"];

    [Theory]
    [InlineData("statu", "status")]
    [InlineData("Status", "status")]
    [InlineData("satatus", "status")]
    [InlineData("formt", "from")]
    [InlineData("LIMIT", "limit")]
    [InlineData("minamount", "minAmount")]
    [InlineData("field", "fields")]
    [InlineData("ot", "to")]
    public void What_was_meant_is_found(string text, string meant) => Assert.Equal(meant, Nearest.Of(text, Known));

    [Fact]
    public void What_there_is_is_nearest_to_itself() => Gen.OneOf(Known).Sample(name => Assert.Equal(name, Nearest.Of(name, Known)));

    [Fact]
    public void There_is_always_one_and_of_several_the_first() => Gen.String[0, 200].Sample(text =>
    {
        Assert.Contains(Nearest.Of(text, Known), Known);
        Assert.Equal("one", Nearest.Of(text, ["one", "one"]));
        Assert.Equal("ab", Nearest.Of("", ["ab", "cd"]));
    });

    [Fact]
    public void Two_letters_swapped_are_one_mistake_and_not_none()
    {
        Assert.Equal("bacd", Nearest.Of("abcd", ["abxy", "bacd"]));
        Assert.Equal("acbd", Nearest.Of("abcd", ["xycd", "acbd"]));
        Assert.Equal("abcx", Nearest.Of("abcd", ["badc", "abcx"]));
    }

    [Fact]
    public void What_is_shortest_is_nearest_to_nothing_and_the_same_case_nearer_than_another()
    {
        Assert.Equal("d", Nearest.Of("", ["abc", "d"]));
        Assert.Equal("to", Nearest.Of("to", ["To", "to"]));
    }

    [Fact]
    public void Only_the_first_64_letters_count()
    {
        var longest = new string('a', 8_000);
        Assert.Equal("a", Nearest.Of(longest, ["a", "b"]));
        Assert.Equal(new string('a', 64) + "x", Nearest.Of(longest, ["b", new string('a', 64) + "x"]));
    }
}
