using System.Collections.Concurrent;
using System.Security.Cryptography;
using Extend.Simulator.Switches;

namespace Extend.Simulator.Doors;

/// <summary>What sign-in handed out: access tokens that run out by themselves, and refresh tokens that are remembered.</summary>
internal sealed class Sessions(TimeProvider clock)
{
    private readonly JsonWebTokens _signed = new();
    private readonly ConcurrentDictionary<string, (string UserId, DateTimeOffset Until)> _opaque = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _refreshTokens = new(StringComparer.Ordinal);

    public (string Token, string RefreshToken) Open(string userId, SwitchSettings switches)
    {
        var refreshToken = NewSecret();
        _refreshTokens[refreshToken] = userId;
        return (NewToken(userId, switches), refreshToken);
    }

    /// <summary>A fresh pair for a refresh token, or null when it is not, or no longer, known.</summary>
    public (string UserId, string Token, string RefreshToken)? Renew(string refreshToken, SwitchSettings switches)
    {
        if (switches.RefreshRotation == RefreshRotation.Refused)
        {
            return null;
        }

        if (switches.RefreshRotation == RefreshRotation.Reusable)
        {
            return _refreshTokens.TryGetValue(refreshToken, out var owner) ? (owner, NewToken(owner, switches), refreshToken) : null;
        }

        if (!_refreshTokens.TryRemove(refreshToken, out var userId))
        {
            return null;
        }

        var (token, next) = Open(userId, switches);
        return (userId, token, next);
    }

    public void Forget(string refreshToken) => _refreshTokens.TryRemove(refreshToken, out _);

    /// <summary>The user whom a token names, while it lasts.</summary>
    public string? Verify(string token, SwitchSettings switches)
    {
        var now = clock.GetUtcNow() + switches.ClockSkew;
        if (_opaque.TryGetValue(token, out var session))
        {
            return session.Until > now ? session.UserId : null;
        }

        return _signed.Verify(token, now);
    }

    private string NewToken(string userId, SwitchSettings switches)
    {
        var now = clock.GetUtcNow() + switches.ClockSkew;
        if (switches.TokenForm == TokenForm.Jwt)
        {
            return _signed.Issue(userId, now, now + switches.TokenLife);
        }

        var token = NewSecret();
        _opaque[token] = (userId, now + switches.TokenLife);
        return token;
    }

    private static string NewSecret() => RandomNumberGenerator.GetString("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 40);
}
