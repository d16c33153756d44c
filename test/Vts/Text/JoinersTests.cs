using Vts.Text;

namespace Vts.Tests.Text;

public sealed class JoinersTests
{
    private const string Joiner = "\u200D";
    private const string NonJoiner = "\u200C";

    [Theory]
    [InlineData("ب", NonJoiner, "ب")]
    [InlineData("ب", Joiner, "ب")]
    [InlineData("ि", Joiner, "क")]
    [InlineData("क", Joiner, "ि")]
    [InlineData("👨", Joiner, "👩")]
    [InlineData("🏳\uFE0F", Joiner, "🌈")]
    [InlineData("❤", "\uFE0F", "a")]
    [InlineData("☎", "\uFE0E", "a")]
    [InlineData("0", "\uFE0F", "\u20E3")]
    [InlineData("9", "\uFE0F", "\u20E3")]
    [InlineData("#", "\uFE0F", "\u20E3")]
    [InlineData("*", "\uFE0E", "\u20E3")]
    public void It_stays_where_letters_join_or_emoji_need_it(string before, string sign, string after) => Assert.True(Belongs(before, sign, after));

    [Theory]
    [InlineData("a", Joiner, "ب")]
    [InlineData("ب", Joiner, "a")]
    [InlineData("ب", NonJoiner, "1")]
    [InlineData("٣", Joiner, "ب")]
    [InlineData("ب", Joiner, "٣")]
    [InlineData("1", Joiner, "1")]
    [InlineData("1", NonJoiner, "1")]
    [InlineData("👨", Joiner, "a")]
    [InlineData("a", Joiner, "👩")]
    [InlineData("👨", NonJoiner, "👩")]
    [InlineData("a", "\uFE0F", "\u20E3")]
    [InlineData("/", "\uFE0F", "\u20E3")]
    [InlineData(":", "\uFE0F", "\u20E3")]
    [InlineData("1", "\uFE0F", "1")]
    [InlineData("a", "\uFE0E", "a")]
    [InlineData("ب", "\u200B", "ب")]
    [InlineData("🏳\uFE0E", Joiner, "🌈")]
    [InlineData("👨", "\u200B", "👩")]
    [InlineData("👨", "\uFE00", "👩")]
    public void It_goes_anywhere_else(string before, string sign, string after) => Assert.False(Belongs(before, sign, after));

    [Theory]
    [InlineData("\u094D")]
    [InlineData("\u09CD")]
    [InlineData("\u0A4D")]
    [InlineData("\u0ACD")]
    [InlineData("\u0B4D")]
    [InlineData("\u0BCD")]
    [InlineData("\u0C4D")]
    [InlineData("\u0CCD")]
    [InlineData("\u0D4D")]
    [InlineData("\u0DCA")]
    public void After_a_virama_it_may_end_a_word(string virama)
    {
        Assert.True(Belongs(virama, Joiner, " "));
        Assert.True(Belongs(virama, NonJoiner, " "));
        Assert.False(Belongs("\u093C", Joiner, " "));
    }

    private static bool Belongs(string before, string sign, string after) =>
        Joiners.Belongs(sign.EnumerateRunes().Single(), before.EnumerateRunes().Last(), after.EnumerateRunes().First());
}
