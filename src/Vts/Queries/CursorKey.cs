using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Vts.Queries;

/// <summary>
/// The key that cursors are sealed with: made of <see cref="ListOptions.CursorKey"/>, or of <c>Sessions:EncryptionKey</c>, so that the
/// servers and functions of a fleet read each other's; or one for the life of this process.
/// </summary>
internal sealed class CursorKey(IOptions<ListOptions> options, IConfiguration configuration)
{
    private const int Bytes = 32;

    /// <summary>The key.</summary>
    public byte[] Value { get; } = Make(options.Value.CursorKey ?? configuration["Sessions:EncryptionKey"]);

    /// <summary>Whether the text is a secret to make a key of.</summary>
    public static bool IsSecret(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= Bytes;
    }

    // The text itself, not what it decodes to: the same text is the same key, and no two uses of one secret share a key.
    private static byte[] Make(string? secret) => string.IsNullOrEmpty(secret)
        ? RandomNumberGenerator.GetBytes(Bytes)
        : HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), Bytes, info: "vts cursors"u8.ToArray());
}
