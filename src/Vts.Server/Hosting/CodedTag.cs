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
        var known = Codings.FirstOrDefault(coding => context.Request.Headers.IfNoneMatch.Any(tags => tags?.Contains($"-{coding}\"", StringComparison.Ordinal) == true));
        if (known is not null)
        {
            context.Request.Headers.IfNoneMatch = Plain(context.Request.Headers.IfNoneMatch);
        }

        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var coding = context.Response.StatusCode == StatusCodes.Status304NotModified ? known : headers.ContentEncoding.ToString();
            if (coding is { Length: > 0 } && headers.ETag.ToString() is [.. var tag, '"'])
            {
                headers.ETag = $"{tag}-{coding}\"";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static StringValues Plain(StringValues tags) => new(
        [.. tags.Select(tag => Codings.Aggregate(tag, (plain, coding) => plain?.Replace($"-{coding}\"", "\"", StringComparison.Ordinal)))]);
}
