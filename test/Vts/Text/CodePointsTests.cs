using System.Text;
using Vts.Text;

namespace Vts.Tests.Text;

/// <summary>Every character of Unicode against a list of ranges, first and last, as Unicode's own files write them.</summary>
public sealed class CodePointsTests
{
    private static readonly Rune[] All =
        [.. Enumerable.Range(0, 0x110000).Where(value => value is < 0xD800 or > 0xDFFF).Select(value => new Rune(value))];

    [Fact]
    public void What_has_no_shape_is_Default_Ignorable_or_marks_an_annotation() => Matches(
        "AD 34F 61C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F FEFF FFA0 FFF0-FFF8 FFF9-FFFB 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF",
        CodePoints.IsIgnorable);

    [Fact]
    public void There_are_66_noncharacters()
    {
        Matches(
            "FDD0-FDEF FFFE-FFFF 1FFFE-1FFFF 2FFFE-2FFFF 3FFFE-3FFFF 4FFFE-4FFFF 5FFFE-5FFFF 6FFFE-6FFFF 7FFFE-7FFFF 8FFFE-8FFFF 9FFFE-9FFFF AFFFE-AFFFF "
            + "BFFFE-BFFFF CFFFE-CFFFF DFFFE-DFFFF EFFFE-EFFFF FFFFE-FFFFF 10FFFE-10FFFF",
            CodePoints.IsNoncharacter);
        Assert.Equal(66, All.Count(CodePoints.IsNoncharacter));
    }

    [Fact]
    public void Emoji_are_in_these_blocks() => Matches(
        "A9 AE 203C 2049 2122 2139 2194-21AA 231A-23FF 24C2 25AA-25FE 2600-27BF 2934-2935 2B05-2B55 3030 303D 3297 3299 1F000-1FAFF",
        CodePoints.IsEmoji);

    [Fact]
    public void Letters_join_or_cluster_in_these_blocks() => Matches(
        "600-109F 1700-18AF 1900-1CFF A800-ABFF FB50-FDFF FE70-FEFC 10A00-11FFF 1E900-1E95F",
        CodePoints.IsOfJoiningScript);

    private static void Matches(string ranges, Func<Rune, bool> isOne)
    {
        var expected = ranges.Split(' ').Select(range => range.Split('-')).SelectMany(ends =>
        {
            var (first, last) = (Convert.ToInt32(ends[0], 16), Convert.ToInt32(ends[^1], 16));
            return Enumerable.Range(first, last - first + 1);
        });

        Assert.Equal(expected.Order(), All.Where(isOne).Select(rune => rune.Value));
    }
}
