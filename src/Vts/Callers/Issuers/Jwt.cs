using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Vts.Callers.Issuers;

/// <summary>A JWT that is read and not yet believed.</summary>
/// <param name="Text">The whole of it.</param>
/// <param name="Header">What it says of itself.</param>
/// <param name="Payload">What it says of its owner.</param>
internal sealed record Jwt(string Text, JwtClaims Header, JwtClaims Payload)
{
    /// <summary>The longest that is read, in letters.</summary>
    public const int MostLength = 8192;

    private const int Parts = 3;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    // A name twice could be read as the one by us and as the other by the issuer.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Whether a token has the form of a JWT: three parts in base64url.</summary>
    public static bool IsForm(string token)
    {
        var dots = token.AsSpan().Count('.');
        return dots == Parts - 1 && token[0] is not '.' && token[^1] is not '.' && !token.Contains("..", StringComparison.Ordinal)
            && !token.AsSpan().ContainsAnyExcept(Letters);
    }

    /// <summary>Reads a token of that form; null where it holds no two JSON objects.</summary>
    public static Jwt? Read(string token)
    {
        if (token.Length > MostLength)
        {
            return null;
        }

        var first = token.IndexOf('.', StringComparison.Ordinal);
        var second = token.LastIndexOf('.');
        return Read(token.AsSpan(0, first)) is { } header && Read(token.AsSpan(first + 1, second - first - 1)) is { } payload
            ? new Jwt(token, new JwtClaims(header), new JwtClaims(payload))
            : null;
    }

    private static JsonElement? Read(ReadOnlySpan<char> part)
    {
        Span<byte> bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        try
        {
            var json = bytes[..Base64Url.DecodeFromChars(part, bytes)];
            return System.Text.Unicode.Utf8.IsValid(json) && JsonElement.Parse(json, Strict) is { ValueKind: JsonValueKind.Object } members ? members : null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
