using System.Buffers;

namespace Vts.Aws.Lambda.Http;

/// <summary>
/// UTF-8 text as a JSON string, in which only what must be is escaped: a serializer's own escapes make an emoji three times as long,
/// and how long a text becomes would be hard to know ahead.
/// </summary>
internal static class QuotedText
{
    private const int LongEscape = 6;
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>How many bytes longer the text becomes, without the quotes around it.</summary>
    public static int Growth(ReadOnlySpan<byte> text)
    {
        var growth = 0;
        while (text.IndexOfAny(Escaped) is >= 0 and var at)
        {
            growth += (Short(text[at]) is 0 ? LongEscape : 2) - 1;
            text = text[(at + 1)..];
        }

        return growth;
    }

    /// <summary>The text as a JSON string, quotes included.</summary>
    /// <param name="text">Valid UTF-8.</param>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text)
    {
        var json = new byte[text.Length + Growth(text) + 2];
        var rest = json.AsSpan(1);
        json[0] = json[^1] = (byte)'"';
        while (text.IndexOfAny(Escaped) is >= 0 and var at)
        {
            text[..at].CopyTo(rest);
            rest = rest[(at + Escape(text[at], rest[at..]))..];
            text = text[(at + 1)..];
        }

        text.CopyTo(rest);
        return json;
    }

    private static int Escape(byte character, Span<byte> json)
    {
        json[0] = (byte)'\\';
        if (Short(character) is not 0 and var letter)
        {
            json[1] = letter;
            return 2;
        }

        "u00"u8.CopyTo(json[1..]);
        json[4] = (byte)('0' + (character >> 4));
        json[5] = "0123456789abcdef"u8[character & 0xF];
        return LongEscape;
    }

    private static byte Short(byte character) => character switch
    {
        (byte)'"' or (byte)'\\' => character,
        (byte)'\b' => (byte)'b',
        (byte)'\t' => (byte)'t',
        (byte)'\n' => (byte)'n',
        (byte)'\f' => (byte)'f',
        (byte)'\r' => (byte)'r',
        _ => 0,
    };
}
