using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Vts.Callers.Keys;

/// <summary>SHA-256 of a token's UTF-8 bytes: all that is ever kept of it.</summary>
[InlineArray(SHA256.HashSizeInBytes)]
public struct TokenHash
{
    private const int OnStack = 512;

    private byte _first;

    /// <summary>Its first eight bytes, to find it by.</summary>
    internal readonly ulong Start => BinaryPrimitives.ReadUInt64LittleEndian(this);

    /// <summary>The hash of a token.</summary>
    public static TokenHash Of(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var most = Encoding.UTF8.GetMaxByteCount(token.Length);
        Span<byte> bytes = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        var hash = default(TokenHash);
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)], hash);
        return hash;
    }

    /// <summary>Whether these are the 64 hexadecimal digits of a hash.</summary>
    public static bool IsHex(string? hex) => hex is { Length: 2 * SHA256.HashSizeInBytes } && hex.All(char.IsAsciiHexDigit);

    /// <summary>The hash with these 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public static TokenHash Parse(string hex)
    {
        var hash = default(TokenHash);
        Convert.FromHexString(hex).CopyTo((Span<byte>)hash);
        return hash;
    }

    /// <summary>Compares in a time that does not depend on what is compared.</summary>
    public readonly bool FixedTimeEquals(TokenHash other) => CryptographicOperations.FixedTimeEquals(this, other);

    /// <summary>64 hexadecimal digits, lower case.</summary>
    public override readonly string ToString() => Convert.ToHexStringLower(this);
}
