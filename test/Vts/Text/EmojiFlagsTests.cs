using Vts.Text;

namespace Vts.Tests.Text;

public sealed class EmojiFlagsTests
{
    private const string Black = "🏴";
    private const string End = "\U000E007F";

    [Theory]
    [InlineData("gbsct")]
    [InlineData("abc")]
    [InlineData("abcdef")]
    [InlineData("az09az")]
    public void A_black_flag_with_three_to_six_tags_and_an_end_is_one(string tags)
    {
        var flag = Black + Tags(tags) + End;

        Assert.Equal(flag.Length, EmojiFlags.Length(flag));
        Assert.Equal(flag.Length, EmojiFlags.Length(flag + "and more" + flag));
    }

    [Fact]
    public void Anything_else_is_none() => Assert.All(
        new[]
        {
            "", "a", Black, Black + End, Black + Tags("ab") + End, Black + Tags("abcdefg") + End, Black + Tags("gbsct"), Black + Tags("gbsct") + "a", Black + "gbsct" + End,
            "🏳" + Tags("gbsct") + End, Tags("gbsct") + End, "a" + Black + Tags("gbsct") + End, Black + Tags("gb") + Black + Tags("gbsct") + End,
            Black + Tags("gb/ct") + End, Black + Tags("gb:ct") + End, Black + Tags("gb`ct") + End, Black + Tags("gb{ct") + End, Black + Tags("gbSct") + End,
            Black + Tags("gbs") + "\udb40", "\ud83c", Black + "\udc67",
        },
        text => Assert.Equal(0, EmojiFlags.Length(text)));

    private static string Tags(string letters) => string.Concat(letters.Select(letter => char.ConvertFromUtf32(0xE0000 + letter)));
}
