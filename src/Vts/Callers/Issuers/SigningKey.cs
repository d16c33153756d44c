using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Vts.Callers.Issuers;

/// <summary>Reads one of an issuer's keys. Of all that it may say, only the public numbers are taken.</summary>
internal static class SigningKey
{
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 8192;
    private const int MostNumberLength = 2048;
    private const int MostIdLength = 256;

    /// <summary>The key; null where it has no name, is not for signatures, or is of a kind or size that is not accepted.</summary>
    public static JsonWebKey? Of(JsonElement published)
    {
        if (published.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var members = new JwtClaims(published);
        return members.Text("kid") is { Length: > 0 and <= MostIdLength } id && (!members.Has("use") || members.Text("use") is "sig") && KeyOf(members) is { } key && IsUsable(key)
            ? Named(key, id)
            : null;
    }

    private static JsonWebKey? KeyOf(JwtClaims members) => members.Text("kty") switch
    {
        "RSA" => new JsonWebKey { Kty = "RSA", N = members.Text("n"), E = members.Text("e") },
        "EC" => new JsonWebKey { Kty = "EC", Crv = members.Text("crv"), X = members.Text("x"), Y = members.Text("y") },
        _ => null,
    };

    private static JsonWebKey Named(JsonWebKey key, string id)
    {
        key.KeyId = id;
        return key;
    }

    // A bad key is found here, once, and not by each token that names it.
    private static bool IsUsable(JsonWebKey key)
    {
        try
        {
            return key.Kty is "EC" ? IsUsableCurve(key) : IsUsableRsa(key);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static byte[] Number(string? text) => text is { Length: > 0 and <= MostNumberLength } ? Base64Url.DecodeFromChars(text) : throw new FormatException();

    private static bool IsUsableRsa(JsonWebKey key)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Number(key.N), Exponent = Number(key.E) });
        return rsa.KeySize is >= LeastRsaBits and <= MostRsaBits;
    }

    private static bool IsUsableCurve(JsonWebKey key)
    {
        ECCurve? curve = key.Crv switch
        {
            "P-256" => ECCurve.NamedCurves.nistP256,
            "P-384" => ECCurve.NamedCurves.nistP384,
            "P-521" => ECCurve.NamedCurves.nistP521,
            _ => null,
        };
        if (curve is not { } named)
        {
            return false;
        }

        var point = new ECPoint { X = Number(key.X), Y = Number(key.Y) };
        using var _ = ECDsa.Create(new ECParameters { Curve = named, Q = point });
        return true;
    }
}
