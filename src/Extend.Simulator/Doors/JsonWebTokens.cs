using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Extend.Simulator.Doors;

/// <summary>Signs and verifies access tokens (HS256) with a key that lives as long as this object.</summary>
internal sealed class JsonWebTokens
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue(string subject, DateTimeOffset from, DateTimeOffset until)
    {
        var identity = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var claims = $$"""{"sub":"{{subject}}","iat":{{from.ToUnixTimeSeconds()}},"exp":{{until.ToUnixTimeSeconds()}},"jti":"{{identity}}"}""";
        var signed = $"{Header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(signed))}";
    }

    /// <summary>The subject of a token that this object signed and that has not run out; else null.</summary>
    public string? Verify(string token, DateTimeOffset now)
    {
        var end = token.LastIndexOf('.');
        if (end <= Header.Length || !token.StartsWith(Header, StringComparison.Ordinal))
        {
            return null;
        }

        var signature = new byte[token.Length];
        var isBase64 = Base64Url.TryDecodeFromChars(token.AsSpan(end + 1), signature, out var length);
        if (!isBase64 || !CryptographicOperations.FixedTimeEquals(Sign(token[..end]), signature.AsSpan(0, length)))
        {
            return null;
        }

        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(Header.Length + 1, end - Header.Length - 1)));
        return claims.RootElement.GetProperty("exp"u8).GetInt64() > now.ToUnixTimeSeconds()
            ? claims.RootElement.GetProperty("sub"u8).GetString()
            : null;
    }

    private byte[] Sign(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
}
