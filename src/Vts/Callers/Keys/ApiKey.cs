using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Vts.Callers.Keys;

/// <summary>
/// What an API key looks like: <c>vts_</c>, 43 letters and digits drawn evenly (256 random bits), and 6 that are the CRC-32 of what
/// stands before them. One pattern recognizes it, and the checksum tells a key from what only looks like one without asking anybody.
/// </summary>
public static class ApiKey
{
    /// <summary>How every key starts.</summary>
    public const string Prefix = "vts_";

    /// <summary>How many characters every key has.</summary>
    public const int Length = 53;

    /// <summary>The regular expression for secret scanners.</summary>
    public const string Pattern = @"\bvts_[0-9A-Za-z]{49}\b";

    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int ChecksumLength = 6;

    private static readonly SearchValues<char> Digits = SearchValues.Create(Base62);

    /// <summary>A new key.</summary>
    public static string New()
    {
        var start = Prefix + RandomNumberGenerator.GetString(Base62, Length - Prefix.Length - ChecksumLength);
        return start + Checksum(start);
    }

    /// <summary>A new public name for a key: <c>key_</c> and 16 letters and digits.</summary>
    public static string NewId() => KeyRecord.IdPrefix + RandomNumberGenerator.GetString(Base62, KeyRecord.IdLength - KeyRecord.IdPrefix.Length);

    /// <summary>Whether the text has a key's form and its checksum is right.</summary>
    public static bool IsWellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Digits) < 0
            && text.AsSpan(Length - ChecksumLength).SequenceEqual(Checksum(text[..^ChecksumLength]));
    }

    private static string Checksum(string start)
    {
        var rest = Crc32.Of(Encoding.ASCII.GetBytes(start));
        Span<char> digits = stackalloc char[ChecksumLength];
        for (var i = ChecksumLength - 1; i >= 0; i--)
        {
            (rest, var digit) = Math.DivRem(rest, (uint)Base62.Length);
            digits[i] = Base62[(int)digit];
        }

        return new string(digits);
    }
}
