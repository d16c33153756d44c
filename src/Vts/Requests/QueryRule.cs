using Microsoft.AspNetCore.Http;
using Vts.Errors;
using Vts.Queries;

namespace Vts.Requests;

/// <summary>Refuses query parameters that the operation does not take, rather than ignore what the caller meant.</summary>
internal sealed class QueryRule(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.QueryString.HasValue && context.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() is { } known
            && context.Request.Query.Keys.FirstOrDefault(name => !known.Names.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? Refusal(unknown, known).WriteAsync(context)
            : next(context);
    }

    private static Problem Refusal(string unknown, QueryParameters known) => known.Names.Count == 0
        ? Problems.UnknownParameter with { Detail = "This operation takes no query parameters. Leave it out." }
        : Problems.UnknownParameter with
        {
            Detail = $"One of your query parameters is none of this operation's. The nearest is '{Nearest.Of(unknown, known.Names)}'; it takes {string.Join(", ", known.Names)}.",
        };
}
