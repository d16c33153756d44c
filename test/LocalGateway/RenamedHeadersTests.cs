using System.Text.Json.Nodes;
using Vts.LocalGateway.Gateway;

namespace Vts.LocalGateway.Tests;

/// <summary>The committed table of renamed headers.</summary>
public sealed class RenamedHeadersTests
{
    [Fact]
    public void A_renamed_header_keeps_its_name_behind_AWSs_prefix_and_none_is_both_renamed_and_dropped()
    {
        var table = JsonNode.Parse(Testing.Repository.Read("deploy/LocalGateway/renamed-headers.json"))!;
        var renamed = table["renamedInAnswers"]!.AsObject().ToDictionary(member => member.Key, member => (string?)member.Value);

        Assert.All(renamed, header => Assert.Equal($"x-amzn-Remapped-{header.Key}", header.Value));
        Assert.Empty(renamed.Keys.Intersect(table["droppedFromAnswers"]!.AsArray().Select(name => (string)name!)));
    }

    [Theory]
    [InlineData("www-authenticate", "x-amzn-Remapped-WWW-Authenticate")]
    [InlineData("ETag", "ETag")]
    [InlineData("Age", "Age")]
    [InlineData("Link", "Link")]
    [InlineData("Last-Modified", "Last-Modified")]
    [InlineData("Preference-Applied", "Preference-Applied")]
    [InlineData("coverage", "coverage")]
    [InlineData("via", null)]
    public void Names_are_looked_up_whatever_their_case(string name, string? inAnswer) => Assert.Equal(inAnswer, RenamedHeaders.Current.InAnswer(name));
}
