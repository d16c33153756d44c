using System.Globalization;
using System.Text;

namespace Vts.Text;

/// <summary>Where characters without a shape of their own are needed.</summary>
internal static class Joiners
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;
    private const int AsText = 0xFE0E;
    private const int AsEmoji = 0xFE0F;
    private const int Keycap = 0x20E3;

    /// <summary>
    /// Whether the character is needed here: a joiner between letters of scripts that join or between emoji, a selector of an emoji's
    /// look after one. So a joiner is never between digits.
    /// </summary>
    public static bool Belongs(Rune rune, Rune before, Rune after) => rune.Value switch
    {
        NonJoiner => IsInWord(before, after),
        Joiner => IsInWord(before, after) || ((CodePoints.IsEmoji(before) || before.Value == AsEmoji) && CodePoints.IsEmoji(after)),
        AsText or AsEmoji => CodePoints.IsEmoji(before) || (IsKey(before) && after.Value == Keycap),
        _ => false,
    };

    private static bool IsInWord(Rune before, Rune after) => IsOfWord(before) && (IsOfWord(after) || IsVirama(before));

    private static bool IsOfWord(Rune rune) =>
        CodePoints.IsOfJoiningScript(rune)
        && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // After it a joiner may end a word: that is how a half letter is asked for.
    private static bool IsVirama(Rune rune) =>
        rune.Value is 0x094D or 0x09CD or 0x0A4D or 0x0ACD or 0x0B4D or 0x0BCD or 0x0C4D or 0x0CCD or 0x0D4D or 0x0DCA;

    private static bool IsKey(Rune rune) => rune.Value is (>= '0' and <= '9') or '#' or '*';
}
