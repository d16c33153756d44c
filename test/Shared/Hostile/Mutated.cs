using System.Text;
using System.Text.RegularExpressions;

namespace Vts.Testing.Hostile;

/// <summary>Spoils samples of what a parser reads, each time in a few of many ways; the same seed spoils in the same way.</summary>
public static partial class Mutated
{
    private static readonly string[] OddValues =
    [
        "null", "true", "-0", "1e400", "-1.5", "99999999999999999999999999", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"x\"", "[]", "{}", "[[]]", "{\"\\udc00\":1}", "\"\\", "[", "}", "00", "0x1", "NaN", "'x'", "//",
        "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01\"",
    ];

    private static readonly string[] NoText = ["\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\xef\xbb\xbf", "\0"];

    /// <summary>One of the samples, spoilt.</summary>
    public static byte[] Of(int seed, params IReadOnlyList<string> samples)
    {
        var random = new Random(seed);

        // A character for each byte, so that text can be searched and bytes be spoilt.
        string[] bytes = [.. samples.Select(sample => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(sample)))];
        var spoilt = bytes[random.Next(bytes.Length)];
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            spoilt = Spoil(random, spoilt, bytes[random.Next(bytes.Length)]);
        }

        return Encoding.Latin1.GetBytes(spoilt);
    }

    /// <summary>The same as text, in which bytes that are none became U+FFFD.</summary>
    public static string TextOf(int seed, params IReadOnlyList<string> samples) => Encoding.UTF8.GetString(Of(seed, samples));

    private static string Spoil(Random random, string text, string other)
    {
        var (at, length) = (random.Next(text.Length + 1), random.Next(1, 20));
        var end = Math.Min(text.Length, at + length);
        return random.Next(12) switch
        {
            0 when at < text.Length => $"{text[..at]}{(char)(text[at] ^ (1 << random.Next(8)))}{text[(at + 1)..]}",
            1 => text[..at],
            2 => text[..at] + other[random.Next(other.Length + 1)..],
            3 => text[..at] + text[end..],
            4 => text[..end] + text[at..],
            5 => text.Insert(at, NoText[random.Next(NoText.Length)]),
            6 => text.Insert(at, string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{\"a\":", random.Next(1, 3000)))),
            7 => text.Insert(at, new string("9aA \"\\,"[random.Next(7)], random.Next(1, 5000))),
            8 => Replace(random, text, Value()),
            9 => Replace(random, text, Value()),
            10 => Replace(random, text, Name(), name => $"{name}{OddValues[random.Next(OddValues.Length)]},{name}"),
            _ => text.Insert(at, Garbage(random)),
        };
    }

    private static string Replace(Random random, string text, Regex part) => Replace(random, text, part, _ => OddValues[random.Next(OddValues.Length)]);

    private static string Replace(Random random, string text, Regex part, Func<string, string> change)
    {
        var parts = part.Matches(text);
        if (parts.Count == 0)
        {
            return text;
        }

        var chosen = parts[random.Next(parts.Count)];
        return $"{text[..chosen.Index]}{change(chosen.Value)}{text[(chosen.Index + chosen.Length)..]}";
    }

    private static string Garbage(Random random)
    {
        var bytes = new byte[random.Next(1, 40)];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    // Strings, numbers and words, whatever they stand for.
    [GeneratedRegex("\"[^\"]*\"|-?[0-9.eE+]+|true|false|null", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();

    [GeneratedRegex("\"[^\"]*\" *: *", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
