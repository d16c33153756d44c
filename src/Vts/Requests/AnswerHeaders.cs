using Microsoft.AspNetCore.Http;

namespace Vts.Requests;

/// <summary>
/// Names the request, for the caller in <c>x-request-id</c> and for the logs, unique over the whole fleet; and says of every
/// answer that nobody may take it for another kind of content, nor keep it unless it says so itself, nor ask again without TLS.
/// </summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.TraceIdentifier = RequestName.New();

        // Only now: a fault clears the headers that were set before it.
        context.Response.OnStarting(static state => WriteAsync((HttpContext)state), context);
        return next(context);
    }

    private static Task WriteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers["x-request-id"] = context.TraceIdentifier;
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest || headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        headers.XContentTypeOptions = "nosniff";
        if (context.Request.IsHttps && !IsThisMachine(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return Task.CompletedTask;
    }

    // A browser would keep to TLS on every port of its own machine.
    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
