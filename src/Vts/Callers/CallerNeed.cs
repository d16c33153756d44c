using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Vts.Callers;

/// <summary>Whether what a request asks for is for a caller only. Elsewhere no token is looked at: it could be guessed there unseen.</summary>
internal static class CallerNeed
{
    public static bool NeedsCaller(this HttpContext context) => NeedsCaller(context.GetEndpoint());

    public static bool NeedsCaller(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<IAuthorizeData>() is not null;
}
