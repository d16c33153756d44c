using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Vts.Requests;

/// <summary>
/// Names the request, for the caller in <c>x-request-id</c> and for the logs, unique over the whole fleet; and says of every
/// answer that nobody may keep it or take it for another kind of content.
/// </summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        context.TraceIdentifier = Convert.ToHexStringLower(random);
        context.Response.Headers["x-request-id"] = context.TraceIdentifier;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
