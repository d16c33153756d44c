namespace Vts.Server.Hosting;

/// <summary>
/// Closes the connection after a request that says it has a body: none is read, and a request that hides behind an end of it on which
/// a proxy and this server do not agree is never met.
/// </summary>
internal static class UnreadBodies
{
    /// <summary>Adds that as the first of all steps.</summary>
    public static void UseUnreadBodies(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (!HttpProtocol.IsHttp2(context.Request.Protocol) && (context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0))
        {
            // Only now: a fault clears the headers that were set before it.
            context.Response.OnStarting(static state => Close((HttpContext)state), context);
        }

        return next(context);
    });

    private static Task Close(HttpContext context)
    {
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
