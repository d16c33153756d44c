using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Vts.Callers;

/// <summary>The token a request carries: in the header <c>token</c>, or as <c>Authorization: Bearer</c>, in one of them, once.</summary>
internal readonly record struct CallerToken
{
    private const string Bearer = "Bearer ";

    /// <summary>The token; null if the request carries none that can be used.</summary>
    public string? Value { get; private init; }

    /// <summary>Why there is no <see cref="Value"/>.</summary>
    public RefusalReason Reason { get; private init; }

    public static CallerToken Read(IHeaderDictionary headers)
    {
        var token = headers["token"];
        var authorization = headers.Authorization;
        return (token.Count, authorization.Count) switch
        {
            (0, 0) => new() { Reason = RefusalReason.Missing },
            (1, 0) => Single(token),
            (0, 1) => authorization.ToString() is { } text && text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? Single(text[Bearer.Length..].TrimStart(' '))
                : new() { Reason = RefusalReason.WrongScheme },
            _ => new() { Reason = RefusalReason.Ambiguous },
        };
    }

    private static CallerToken Single(StringValues value) => value.ToString() is { Length: > 0 } token
        ? new() { Value = token }
        : new() { Reason = RefusalReason.Missing };
}
