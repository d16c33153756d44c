using Microsoft.AspNetCore.Http;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Callers;

/// <summary>Who asks, for which Extend account, and what this caller may do.</summary>
/// <param name="Name">The caller's name, for logs and messages.</param>
/// <param name="Account">The name of the Extend account whose cards this caller reads.</param>
public sealed record Caller(string Name, string Account)
{
    /// <summary>Names the credential (never the credential itself): a key's id, or null for a token from configuration.</summary>
    public string? KeyId { get; init; }

    /// <summary>What this caller may read.</summary>
    public Scopes Scopes { get; init; } = Scopes.All;

    /// <summary>Which cards.</summary>
    public CardRule Cards { get; init; } = CardRule.All;

    /// <summary>Which members of a card and a transaction.</summary>
    public FieldRule Fields { get; init; } = FieldRule.All;

    /// <summary>How often and how many at once; null for the service's defaults.</summary>
    public CallerLimits? Limits { get; init; }

    /// <summary>When the credential ends; null if it does not.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>The authenticated caller of this request, for a handler's parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Features.Get<Caller>());
    }
}
