using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Vts.Requests;

/// <summary>
/// Takes back a route that matched only by the router's leniency: a trailing slash or other letter case. A path is what the
/// contract says, on every face alike.
/// </summary>
internal sealed class ExactPath(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern: var pattern } && !Matches(pattern, context.Request.Path.Value!))
        {
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
        }

        return next(context);
    }

    private static bool Matches(RoutePattern pattern, string path)
    {
        var parts = path[1..].Split('/');
        if (pattern.PathSegments.Any(segment => segment.Parts is not [RoutePatternLiteralPart or RoutePatternParameterPart { IsCatchAll: false, IsOptional: false }]))
        {
            return true;
        }

        return parts.Length == pattern.PathSegments.Count
            && pattern.PathSegments.Zip(parts).All(pair => pair.First.Parts[0] is not RoutePatternLiteralPart literal || literal.Content == pair.Second);
    }
}
