using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Vts.Callers;
using Vts.Errors;
using Vts.Requests;

namespace Vts.Operations;

/// <summary>What every operation has in common, stated once.</summary>
internal static class OperationRules
{
    /// <summary>The methods of every operation: the answer, or what its headers would be.</summary>
    public static string[] Methods { get; } = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Names an operation that reads at Extend, and lists the problems that any of them can answer with beside the usual.</summary>
    public static RouteHandlerBuilder AsRead(this RouteHandlerBuilder route, string name, string summary, string description, string example, QueryParameters parameters) =>
        route.AsOperation(name, summary, description, example, parameters).WithTags("Cards and transactions").ProducesProblemBody(502);

    /// <summary>Names the operation, demands a caller, and lists the problems that any operation can answer with.</summary>
    public static RouteHandlerBuilder AsOperation(this RouteHandlerBuilder route, string name, string summary, string description, string example, QueryParameters? parameters = null)
    {
        route.WithName(name).WithSummary(summary).WithDescription(description)
            .WithMetadata(CallerNeed.Mark, parameters ?? new QueryParameters([]), new AnswerExample(example));
        foreach (var status in new[] { 400, 401, 403, 413, 414, 429, 431, 500, 503, 504 })
        {
            route.ProducesProblemBody(status);
        }

        return route;
    }

    /// <summary>Says that the operation heeds the request's <c>Prefer</c>.</summary>
    public static RouteHandlerBuilder TakesPreference(this RouteHandlerBuilder route) => route.WithMetadata(new HeedsPreference());

    /// <summary>Lists one more status that is answered with a problem.</summary>
    public static RouteHandlerBuilder ProducesProblemBody(this RouteHandlerBuilder route, int status) =>
        route.Produces<ProblemBody>(status, "application/problem+json");
}
