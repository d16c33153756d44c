using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vts.Errors;

namespace Vts.Requests;

/// <summary>Takes away the router's leniency about the letter case of methods (RFC 9110, 9.1): every route is for GET and HEAD, as they are written.</summary>
internal sealed class ExactMethod(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Method is "GET" or "HEAD" || context.GetEndpoint() is not RouteEndpoint)
        {
            return next(context);
        }

        context.Response.Headers.Allow = "GET, HEAD";
        return Problems.MethodNotAllowed.WriteAsync(context);
    }
}
