using Microsoft.AspNetCore.Http;

namespace Vts.Callers;

/// <summary>Who asks, and for which Extend account.</summary>
/// <param name="Name">The caller's name in configuration.</param>
/// <param name="Account">The name of the Extend account whose cards this caller reads.</param>
public sealed record Caller(string Name, string Account)
{
    /// <summary>The authenticated caller of this request, for a handler's parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Features.Get<Caller>());
    }
}
