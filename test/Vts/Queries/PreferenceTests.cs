using CsCheck;
using Vts.Queries;

namespace Vts.Tests.Queries;

public sealed class PreferenceTests
{
    [Theory]
    [InlineData("handling=lenient")]
    [InlineData("Handling = lenient")]
    [InlineData("handling=\"lenient\"")]
    [InlineData("respond-async, handling=lenient;foo=bar")]
    [InlineData("wait=10,handling=lenient , handling=strict")]
    [InlineData(",handling=lenient")]
    [InlineData("foo=\"a, b; \\\" c\"; bar, handling=lenient")]
    public void Lenient_handling_is_heard(string header) => Assert.True(Preference.Read(header).IsLenient);

    [Theory]
    [InlineData("")]
    [InlineData("handling")]
    [InlineData("lenient")]
    [InlineData("handling=strict")]
    [InlineData("handling=LENIENT")]
    [InlineData("handling=strict, handling=lenient")]
    [InlineData("foo=\"a, handling=lenient\"")]
    [InlineData("foo=\"a\\\", handling=lenient")]
    [InlineData("foo; handling=lenient")]
    public void Anything_else_is_not(string header) => Assert.False(Preference.Read(header).IsLenient);

    [Fact]
    public async Task A_request_prefers_what_its_header_says()
    {
        var request = Ask.Plainly();
        Assert.False((await Preference.BindAsync(request))!.IsLenient);

        request.Request.Headers["Prefer"] = "handling=lenient";

        Assert.True((await Preference.BindAsync(request))!.IsLenient);
    }

    [Fact]
    public void A_second_header_counts_as_one_with_the_first() => Assert.True(Preference.Read(new(["wait=1", "handling=lenient"])).IsLenient);

    [Fact]
    public void Whatever_it_says_it_is_read() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["handliget=,;\"\\ "], 0, 60]).Array[0, 4].Sample(lines => Preference.Read(lines) is not null);
}
