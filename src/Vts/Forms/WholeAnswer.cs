using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Vts.Audit;
using Vts.Freshness;

namespace Vts.Forms;

/// <summary>Sends an answer that is written already: a 200 that says how fresh it is; a 304 where the caller has these very bytes; no body where none is asked for.</summary>
internal static class WholeAnswer
{
    /// <param name="context">The request.</param>
    /// <param name="body">What is written.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="vintage">How old it is.</param>
    /// <param name="rows">How many cards or transactions it shows.</param>
    public static async Task SendAsync(HttpContext context, Body body, string mediaType, Vintage vintage, int rows)
    {
        var (request, response) = (context.Request, context.Response);
        VintageHeaders.Write(response.Headers, vintage);
        response.Headers.LastModified = HeaderUtilities.FormatDate(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - vintage.Age);
        response.Headers.ETag = body.ETag;
        if (Has(request.Headers, body))
        {
            context.Features.Set(new Disclosure(rows, vintage.Age));
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = mediaType;
        response.ContentLength = body.Content.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.BodyWriter.WriteAsync(body.Content, context.RequestAborted);
        }

        // Only now: an answer that the host would not take shows nothing.
        context.Features.Set(new Disclosure(rows, vintage.Age));
    }

    // RFC 9110, 13.1.2: any of the list, compared weakly, or anything at all. A header that cannot be read asks nothing.
    private static bool Has(IHeaderDictionary headers, Body body) =>
        headers.IfNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(headers.IfNoneMatch, out var tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(body.Tag, useStrongComparison: false));
}
