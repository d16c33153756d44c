using System.Buffers;
using System.Globalization;
using System.Text;

namespace Vts.Text;

/// <summary>Takes out of text what cannot be seen, or changes how the rest is seen.</summary>
internal static class VisibleText
{
    /// <summary>
    /// The text with breaks of lines and tabs as spaces, halves of surrogate pairs as U+FFFD, and without control characters,
    /// bidirectional controls, noncharacters and what has no shape of its own, save where scripts and emoji need that. The same instance
    /// where nothing had to go.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Where to stop: about how many characters of it are wanted.</param>
    public static string Of(string text, int most)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text.Length <= most ? text : text[..most];
        }

        StringBuilder? kept = null;
        var before = default(Rune);
        var i = 0;
        while (i < text.Length && (kept?.Length ?? i) < most)
        {
            var rest = text.AsSpan(i);
            var known = Rune.DecodeFromUtf16(rest, out var rune, out var length) is OperationStatus.Done;
            var flag = EmojiFlags.Length(rest);
            length = Math.Max(length, flag);
            var seen = flag > 0 ? rune : known ? Seen(rune, before, rest[length..]) : Rune.ReplacementChar;
            if (seen == rune && known)
            {
                kept?.Append(rest[..length]);
            }
            else
            {
                kept ??= new StringBuilder(text, 0, i, text.Length);
                kept.Append(seen is { } other ? other.ToString() : "");
            }

            before = seen ?? before;
            i += length;
        }

        return kept?.ToString() ?? (i == text.Length ? text : text[..i]);
    }

    // What stands in the character's place; null for nothing.
    private static Rune? Seen(Rune rune, Rune before, ReadOnlySpan<char> after) =>
        rune.Value is '\r' && after is ['\n', ..] ? null
        : IsBreak(rune) ? new Rune(' ')
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || CodePoints.IsNoncharacter(rune) ? null
        : !CodePoints.IsIgnorable(rune) || Joiners.Belongs(rune, before, Next(after)) ? rune
        : null;

    private static bool IsBreak(Rune rune) => rune.Value is '\t' or '\n' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029;

    private static Rune Next(ReadOnlySpan<char> after) =>
        Rune.DecodeFromUtf16(after, out var next, out _) is OperationStatus.Done ? next : default;
}
