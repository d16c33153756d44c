using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Vts.Errors;

namespace Vts.Callers;

/// <summary>The token a request carries: in the header <c>token</c>, or as <c>Authorization: Bearer</c>, in one of them, once.</summary>
internal readonly record struct CallerToken
{
    private const string Bearer = "Bearer ";

    /// <summary>The token; null if the request carries none that can be used.</summary>
    public string? Value { get; private init; }

    /// <summary>Why there is no <see cref="Value"/>.</summary>
    public Problem? Problem { get; private init; }

    public static CallerToken Read(IHeaderDictionary headers)
    {
        var token = headers["token"];
        var authorization = headers.Authorization;
        return (token.Count, authorization.Count) switch
        {
            (0, 0) => new() { Problem = Problems.TokenMissing },
            (1, 0) => Single(token),
            (0, 1) => authorization.ToString() is { } text && text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? Single(text[Bearer.Length..].TrimStart(' '))
                : new() { Problem = Problems.TokenInvalid },
            _ => new() { Problem = Problems.TokenAmbiguous },
        };
    }

    private static CallerToken Single(StringValues value) => value.ToString() is { Length: > 0 } token
        ? new() { Value = token }
        : new() { Problem = Problems.TokenMissing };
}
