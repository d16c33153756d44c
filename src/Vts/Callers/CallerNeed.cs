using Microsoft.AspNetCore.Http;

namespace Vts.Callers;

/// <summary>Marks an endpoint that is for a caller only. Elsewhere no token is looked at: it could be guessed there unseen.</summary>
internal sealed class CallerNeed
{
    /// <summary>The mark.</summary>
    public static CallerNeed Mark { get; } = new();

    /// <summary>Whether this endpoint is for a caller only; nothing is no endpoint.</summary>
    public static bool IsOf(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<CallerNeed>() is not null;
}
