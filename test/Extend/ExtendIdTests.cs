using CsCheck;

namespace Extend.Tests;

public sealed class ExtendIdTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void Every_prefix_and_22_letters_or_digits_is_a_card_id() =>
        Gen.Char[Alphabet].Array[22].Select(characters => new string(characters)).Sample(body => ExtendId.IsVirtualCard("vc_" + body));

    [Fact]
    public void Any_other_text_is_not() =>
        Gen.String.Where(text => text.Length != 25 || !text.StartsWith("vc_", StringComparison.Ordinal))
            .Sample(text => !ExtendId.IsVirtualCard(text));

    [Theory]
    [InlineData("")]
    [InlineData("vc_")]
    [InlineData("vc_A681POqRINI7goyrCNPff")]
    [InlineData("vc_A681POqRINI7goyrCNPff77")]
    [InlineData("txn_A681POqRINI7goyrCNPff7")]
    [InlineData("VC_A681POqRINI7goyrCNPff7")]
    [InlineData("vc_A681POqRINI7goyrCNPf/7")]
    [InlineData("vc_A681POqRINI7goyrCNPf.7")]
    [InlineData("vc_A681POqRINI7goyrCNPf%7")]
    [InlineData("vc_A681POqRINI7goyrCNPf\07")]
    [InlineData("vc_A681POqRINI7goyrCNPffé")]
    [InlineData("vc_A681POqRINI7goyrCNPff٣")]
    public void Near_misses_are_not(string text) => Assert.False(ExtendId.IsVirtualCard(text));
}
