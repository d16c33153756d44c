using System.Buffers.Text;
using System.Text.Json;

namespace Extend.Sessions;

/// <summary>How long an access token may be used, read from its claims where it is a JWT.</summary>
internal static class TokenLifetime
{
    /// <summary>The longest that any access token is used, and the life assumed when it does not tell its own.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LargestMargin = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The time from receipt until the token should no longer be used. <c>exp</c> less <c>iat</c> rather than
    /// <c>exp</c> less now, so that a clock that differs from Extend's neither kills a token nor keeps a dead one.
    /// </summary>
    public static TimeSpan Read(string token, DateTimeOffset now)
    {
        var life = Claims(token) switch
        {
            { Expires: { } expires, Issued: { } issued } when expires > issued => Seconds(expires - issued),
            { Expires: { } expires } when expires > now.ToUnixTimeSeconds() => Seconds(expires - now.ToUnixTimeSeconds()),
            _ => Longest,
        };
        var margin = life / 10 < LargestMargin ? life / 10 : LargestMargin;
        return life - margin;
    }

    private static TimeSpan Seconds(double seconds) =>
        seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;

    private static (double? Expires, double? Issued) Claims(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return default;
        }

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return payload.RootElement.ValueKind is JsonValueKind.Object
                ? (Number(payload.RootElement, "exp"), Number(payload.RootElement, "iat"))
                : default;
        }
        catch (Exception opaque) when (opaque is FormatException or JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static double? Number(JsonElement payload, string claim) =>
        payload.TryGetProperty(claim, out var value) && value.ValueKind is JsonValueKind.Number
            && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;
}
