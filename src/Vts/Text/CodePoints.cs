using System.Text;

namespace Vts.Text;

/// <summary>Kinds of characters that .NET knows no property for.</summary>
internal static class CodePoints
{
    /// <summary>Never a character: the last two of each plane, and a block of thirty-two.</summary>
    public static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Without a shape of its own: Unicode's Default_Ignorable_Code_Point, and the marks of interlinear annotations.</summary>
    public static bool IsIgnorable(Rune rune) => rune.Value is 0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5
        or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164
        or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB) or (>= 0x1BCA0 and <= 0x1BCA3)
        or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>An emoji, or a symbol that can be shown as one. Blocks are taken whole where they hold little else.</summary>
    public static bool IsEmoji(Rune rune) => rune.Value is 0x00A9 or 0x00AE or 0x203C or 0x2049 or 0x2122 or 0x2139
        or (>= 0x2194 and <= 0x21AA) or (>= 0x231A and <= 0x23FF) or 0x24C2 or (>= 0x25AA and <= 0x25FE) or (>= 0x2600 and <= 0x27BF)
        or 0x2934 or 0x2935 or (>= 0x2B05 and <= 0x2B55) or 0x3030 or 0x303D or 0x3297 or 0x3299 or (>= 0x1F000 and <= 0x1FAFF);

    /// <summary>Of a script whose letters join or form clusters: Arabic, Syriac, those of India and south-east Asia, Mongolian and their kin.</summary>
    public static bool IsOfJoiningScript(Rune rune) => rune.Value is (>= 0x0600 and <= 0x109F) or (>= 0x1700 and <= 0x18AF)
        or (>= 0x1900 and <= 0x1CFF) or (>= 0xA800 and <= 0xABFF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10A00 and <= 0x11FFF) or (>= 0x1E900 and <= 0x1E95F);
}
