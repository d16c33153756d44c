using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Vts.Requests;

/// <summary>
/// Takes away the router's leniency about trailing slashes and letter case, before it chooses a route or refuses a method:
/// a path is what the contract says, on every face alike.
/// </summary>
internal sealed class ExactPath : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <inheritdoc/>
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            // A candidate that is no route is the router's own 405: some route must have this very path.
            var matches = candidates[i].Endpoint is RouteEndpoint route
                ? Matches(route.RoutePattern, httpContext.Request.Path) is not false
                : Routes(httpContext).Any(known => Matches(known.RoutePattern, httpContext.Request.Path) is true);
            if (!matches)
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<RouteEndpoint> Routes(HttpContext context) =>
        context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    // Null for a pattern with optional parts, as the docs page has: it is left to the router.
    private static bool? Matches(RoutePattern pattern, PathString path)
    {
        // What stands before the first slash is nothing.
        var rest = path.Value.AsSpan();
        for (var i = 0; i < pattern.PathSegments.Count; i++)
        {
            if (pattern.PathSegments[i].Parts is not [RoutePatternLiteralPart or RoutePatternParameterPart { IsCatchAll: false, IsOptional: false }])
            {
                return null;
            }

            if (rest.IsEmpty)
            {
                return false;
            }

            rest = rest[1..];
            var end = rest.IndexOf('/') is >= 0 and var slash ? slash : rest.Length;
            if (pattern.PathSegments[i].Parts[0] is RoutePatternLiteralPart literal ? !rest[..end].SequenceEqual(literal.Content) : end == 0)
            {
                return false;
            }

            rest = rest[end..];
        }

        return rest.IsEmpty;
    }
}
