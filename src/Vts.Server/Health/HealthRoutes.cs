using Microsoft.AspNetCore.Http.HttpResults;

namespace Vts.Server.Health;

/// <summary><c>/health/live</c>: the process serves. <c>/health/ready</c>: Extend answers too. Neither asks for a token.</summary>
internal static class HealthRoutes
{
    /// <summary>Adds both routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live).ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static JsonHttpResult<HealthAnswer> Live() => TypedResults.Json(new HealthAnswer("live"), HealthJson.Default.HealthAnswer);

    private static async Task<JsonHttpResult<HealthAnswer>> ReadyAsync(Readiness readiness, CancellationToken cancellationToken)
    {
        var answer = await readiness.ReadAsync(cancellationToken);
        return TypedResults.Json(answer, HealthJson.Default.HealthAnswer, statusCode: answer.Status == "ready" ? 200 : 503);
    }
}
