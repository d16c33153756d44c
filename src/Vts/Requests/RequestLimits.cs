using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Vts.Errors;

namespace Vts.Requests;

/// <summary>Refuses a request line, headers or a body over 8 KB, so that every face has the same limit and the same answer.</summary>
internal sealed class RequestLimits(RequestDelegate next)
{
    private const int MostBytes = 8 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (LineLength(context) > MostBytes)
        {
            return Problems.RequestLineTooLong.WriteAsync(context);
        }

        if (HeadersLength(context.Request.Headers) > MostBytes)
        {
            return Problems.HeadersTooLarge.WriteAsync(context);
        }

        return context.Request.ContentLength > MostBytes ? Problems.RequestTooLarge.WriteAsync(context) : next(context);
    }

    private static int LineLength(HttpContext context) =>
        context.Request.Method.Length
        + (context.Features.Get<IHttpRequestFeature>()?.RawTarget.Length ?? 0)
        + context.Request.Protocol.Length
        + 2;

    private static int HeadersLength(IHeaderDictionary headers)
    {
        var length = 0;
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                length += name.Length + (value?.Length ?? 0) + 4;
            }
        }

        return length;
    }
}
