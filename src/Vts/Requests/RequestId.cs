using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Vts.Requests;

/// <summary>Names the request, for the caller in <c>x-request-id</c> and for the logs; unique over the whole fleet.</summary>
internal sealed class RequestId(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        context.TraceIdentifier = Convert.ToHexStringLower(random);
        context.Response.Headers["x-request-id"] = context.TraceIdentifier;
        return next(context);
    }
}
