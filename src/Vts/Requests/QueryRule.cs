using Microsoft.AspNetCore.Http;
using Vts.Errors;

namespace Vts.Requests;

/// <summary>Refuses query parameters that the operation does not take, rather than ignore what the caller meant.</summary>
internal sealed class QueryRule(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() is { } known && context.Request.Query.Keys.Any(name => !known.Names.Contains(name, StringComparer.Ordinal))
            ? Problems.UnknownParameter.WriteAsync(context)
            : next(context);
    }
}
