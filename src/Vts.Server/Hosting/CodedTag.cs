using Microsoft.Extensions.Primitives;

namespace Vts.Server.Hosting;

/// <summary>
/// Gives the compressed bytes of an answer a tag of their own, as a strong tag names exactly the bytes that were sent (RFC 9110, 8.8.3.3),
/// and knows it again when a caller sends it back.
/// </summary>
internal sealed class CodedTag(RequestDelegate next)
{
    private static readonly string[] Codings = ["br", "gzip"];

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = context.Request.Headers.IfNoneMatch;
        var known = asked.Count is 0 ? null : Codings.FirstOrDefault(coding => asked.Any(tags => tags?.Contains($"-{coding}\"", StringComparison.Ordinal) == true));
        if (known is not null)
        {
            context.Request.Headers.IfNoneMatch = Plain(asked);
        }

        if (known is null && context.Request.Headers.AcceptEncoding.Count is 0)
        {
            return next(context);
        }

        context.Response.OnStarting(static state => MarkAsync(((HttpResponse, string?))state), (context.Response, known));
        return next(context);
    }

    private static Task MarkAsync((HttpResponse Response, string? Known) state)
    {
        var headers = state.Response.Headers;
        var coding = state.Response.StatusCode is StatusCodes.Status304NotModified ? state.Known : headers.ContentEncoding.ToString();
        if (coding is { Length: > 0 } && headers.ETag.ToString() is [.. var tag, '"'])
        {
            headers.ETag = $"{tag}-{coding}\"";
        }

        return Task.CompletedTask;
    }

    private static StringValues Plain(StringValues tags) => new(
        [.. tags.Select(tag => Codings.Aggregate(tag, (plain, coding) => plain?.Replace($"-{coding}\"", "\"", StringComparison.Ordinal)))]);
}
