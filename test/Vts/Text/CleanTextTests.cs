using System.Globalization;
using System.Text;
using CsCheck;
using Vts.Text;

namespace Vts.Tests.Text;

public sealed class CleanTextTests
{
    private const string FamilyEmoji = "👨‍👩‍👧‍👦";
    private const string Scotland = "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F";

    [Theory]
    [InlineData("")]
    [InlineData("BLUE BOTTLE COFFEE #12")]
    [InlineData("Café “日本” – 한국어 ☕")]
    [InlineData("שלום עולם")]
    [InlineData("می‌خواهم")]
    [InlineData("क्‍ष")]
    [InlineData("ന്‍")]
    [InlineData("I ❤️ 1️⃣ ☎︎")]
    [InlineData(FamilyEmoji)]
    [InlineData("👩🏽‍🚀 🏳️‍🌈 🇩🇪")]
    [InlineData(Scotland)]
    public void Text_that_is_clean_is_the_same_instance(string text) => Assert.Same(text, Clean(text));

    [Theory]
    [InlineData("a\tb\nc\r\nd\u2028e\u0085f", "a b c d e f")]
    [InlineData("a\0b\u001bc\u007fd\u009fe", "abcde")]
    [InlineData("\u202Egpj.exe\u202C", "gpj.exe")]
    [InlineData("\u2066a\u2069\u061C\u200E\u200F", "a")]
    [InlineData("pay\u200Bpal\uFEFF\u2060\u00AD\u034F", "paypal")]
    [InlineData("a\u200Db\u200Cc", "abc")]
    [InlineData("a\uFE0Fb", "ab")]
    [InlineData("👨\u200D", "👨")]
    [InlineData("\u200D👨", "👨")]
    [InlineData("1\uFE0F", "1")]
    [InlineData("a\U000E0067\U000E0062b", "ab")]
    [InlineData("🏴\U000E0067\U000E0062", "🏴")]
    [InlineData("a\uFFFEb\uFDD0c\U0001FFFFd", "abcd")]
    [InlineData("ㅤ\uFFA0\u115F", "")]
    public void What_cannot_be_seen_goes(string text, string expected) => Assert.Equal(expected, Clean(text));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abc", 2, "ab")]
    [InlineData("é\u200Bbc", 2, "éb")]
    [InlineData("ébc", 2, "éb")]
    [InlineData("\u200Bébc", 3, "ébc")]
    [InlineData("\r\nab", 2, " a")]
    [InlineData("\r", 2, " ")]
    [InlineData("a\r\rb", 9, "a  b")]
    [InlineData("a\vb\fc\u2029d", 9, "a b c d")]
    public void No_more_is_looked_at_than_is_wanted(string text, int most, string expected) => Assert.Equal(expected, VisibleText.Of(text, most));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", Clean("a\ud83db"));
        Assert.Equal("a\uFFFD", Clean("a\ud83d"));
        Assert.Equal("\uFFFDb", Clean("\ude00b"));
    }

    [Theory]
    [InlineData("4111\u200B1111\u202E1111\u00AD1111")]
    [InlineData("4111\n1111\n1111\r\n1111")]
    [InlineData("4111\u00A01111\u00A01111\u00A01111")]
    [InlineData("4111‑1111‑1111‑1111")]
    [InlineData("٤\u200D١١١\u200C١١١١١١١١١١١١")]
    public void A_card_number_is_masked_whatever_invisible_stands_in_it(string text)
    {
        Assert.Contains("*", Clean(text), StringComparison.Ordinal);
        Assert.Contains("*", CleanText.Raw(text), StringComparison.Ordinal);
        Assert.True(Digits(CleanText.Raw(text)) <= 4);
    }

    [Fact]
    public void Long_text_ends_at_a_whole_character_with_an_ellipsis()
    {
        Assert.Equal(new string('a', 500), Clean(new string('a', 500)));
        Assert.Equal(new string('a', 499) + "…", Clean(new string('a', 501)));
        Assert.Equal(new string('a', 495) + "…", Clean(new string('a', 495) + FamilyEmoji));
        Assert.Equal(4_000, CleanText.Of(new string('a', 9_999), CleanText.NotesLength).Length);
    }

    [Fact]
    public void A_card_number_over_the_end_does_not_escape_by_being_cut()
    {
        for (var before = 470; before <= 500; before++)
        {
            Assert.True(Digits(Clean(new string('x', before) + "4111111111111111 and more")) <= 4);
        }
    }

    [Fact]
    public void One_character_of_endless_marks_is_cut_through() => Assert.Equal(500, Clean("a" + new string('\u0301', 100_000)).Length);

    [Fact]
    public void Raw_text_keeps_what_was_told_and_its_limit()
    {
        Assert.Equal("a\u202Eb\n", CleanText.Raw("a\u202Eb\n"));
        Assert.Equal(4_000, CleanText.Raw(new string('\u200B', 100_000)).Length);
    }

    [Fact]
    public void Whatever_comes_what_leaves_is_clean_short_and_masked_and_cleaning_it_again_changes_nothing() =>
        Gen.Select(OddText.Any, Gen.Int[5, 60]).Sample((text, most) =>
        {
            var clean = CleanText.Of(text, most);

            Assert.True(clean.Length <= most);
            Assert.Same(clean, CleanText.Of(clean, most));
            Assert.Same(clean, CardNumbers.Mask(clean));
            Assert.All(clean.EnumerateRunes(), rune => Assert.False(IsHidden(rune)));
            Assert.Equal(clean, new string([.. clean.EnumerateRunes().SelectMany(rune => rune.ToString())]));
        }, iter: 50_000);

    // Written apart from the code under test: by category, not by the list of what has no shape.
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D or (>= 0xE0030 and <= 0xE007F)));

    private static string Clean(string text) => CleanText.Of(text, CleanText.NameLength);

    private static int Digits(string text) => text.Count(char.IsDigit);
}
