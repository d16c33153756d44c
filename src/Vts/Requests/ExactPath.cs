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
                ? !IsExact(route.RoutePattern) || Matches(route.RoutePattern, httpContext.Request.Path)
                : Routes(httpContext).Any(known => IsExact(known.RoutePattern) && Matches(known.RoutePattern, httpContext.Request.Path));
            if (!matches)
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<RouteEndpoint> Routes(HttpContext context) =>
        context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    // A pattern with optional parts, as the docs page has, is left to the router.
    private static bool IsExact(RoutePattern pattern) => pattern.PathSegments.All(segment =>
        segment.Parts is [RoutePatternLiteralPart or RoutePatternParameterPart { IsCatchAll: false, IsOptional: false }]);

    private static bool Matches(RoutePattern pattern, PathString path)
    {
        var parts = path.Value!.Split('/')[1..];
        return parts.Length == pattern.PathSegments.Count
            && pattern.PathSegments.Zip(parts).All(pair =>
                pair.First.Parts[0] is RoutePatternLiteralPart literal ? literal.Content == pair.Second : pair.Second.Length > 0);
    }
}
