using System.Security.Cryptography;
using System.Text;

namespace Vts.Aws.DynamoDb;

/// <summary>
/// Encrypts tokens at rest (AES-256-GCM). The account and the kind of token are authenticated with it, so that an item cannot
/// be passed off as another; the key's id stands beside it, so that keys can rotate.
/// </summary>
internal sealed class TokenCipher
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public TokenCipher(SessionStoreOptions options)
    {
        foreach (var key in options.PreviousEncryptionKeys.Prepend(options.EncryptionKey!).Select(Convert.FromBase64String))
        {
            _keys[Id(key)] = key;
        }

        KeyId = Id(Convert.FromBase64String(options.EncryptionKey!));
    }

    /// <summary>Names the key that new tokens are encrypted with; tells nothing of it.</summary>
    public string KeyId { get; }

    public static bool IsKey(string? text)
    {
        Span<byte> key = stackalloc byte[KeyBytes + 1];
        return text is not null && Convert.TryFromBase64String(text, key, out var length) && length == KeyBytes;
    }

    public byte[] Encrypt(string token, string account, string kind)
    {
        var plain = Encoding.UTF8.GetBytes(token);
        var sealedToken = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedToken.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[KeyId], TagBytes);
        aes.Encrypt(nonce, plain, sealedToken.AsSpan(NonceBytes + TagBytes), sealedToken.AsSpan(NonceBytes, TagBytes), Context(account, kind));
        return sealedToken;
    }

    /// <summary>The token; null if it was encrypted with a key that is not known, or is not what it claims to be.</summary>
    public string? Decrypt(ReadOnlySpan<byte> sealedToken, string keyId, string account, string kind)
    {
        if (!_keys.TryGetValue(keyId, out var key) || sealedToken.Length < NonceBytes + TagBytes)
        {
            return null;
        }

        var plain = new byte[sealedToken.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(
                sealedToken[..NonceBytes], sealedToken[(NonceBytes + TagBytes)..], sealedToken.Slice(NonceBytes, TagBytes), plain, Context(account, kind));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Context(string account, string kind) => Encoding.UTF8.GetBytes($"vts|{account}|{kind}");

    private static string Id(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 4));
}
