using System.Buffers;
using System.Text;

namespace Vts.Text;

/// <summary>Flags that are written with a black flag and invisible letters after it, as those of Scotland and Wales.</summary>
internal static class EmojiFlags
{
    private const int BlackFlag = 0x1F3F4;
    private const int LastTag = 0xE007F;
    private const int FewestTags = 3;
    private const int MostTags = 6;

    /// <summary>How many characters of the text's start are such a flag; 0 if it starts with none. Other invisible letters are never kept.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (Take(text, out var length) != BlackFlag)
        {
            return 0;
        }

        for (var tags = 0; tags <= MostTags; tags++)
        {
            var tag = Take(text[length..], out var more);
            length += more;
            if (tag is LastTag)
            {
                return tags >= FewestTags ? length : 0;
            }

            if (tag is not ((>= 0xE0030 and <= 0xE0039) or (>= 0xE0061 and <= 0xE007A)))
            {
                return 0;
            }
        }

        return 0;
    }

    private static int Take(ReadOnlySpan<char> text, out int length) =>
        Rune.DecodeFromUtf16(text, out var rune, out length) is OperationStatus.Done ? rune.Value : 0;
}
