using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Vts.Audit;

namespace Vts.Freshness;

/// <summary>A 200 that says how fresh it is; a 304 where the caller has these very bytes already; no body where none is asked for.</summary>
internal sealed class FreshJson<T>(Fresh<T> answer) : IResult, IEndpointMetadataProvider
    where T : class
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new FreshAnswer());
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var (request, response) = (httpContext.Request, httpContext.Response);
        var body = Body.Of(answer.Value, httpContext.RequestServices).Showing(answer.Fields);
        httpContext.Features.Set(new Disclosure(answer.Value is Array rows ? rows.Length : 1, answer.Vintage.Age));
        VintageHeaders.Write(response.Headers, answer.Vintage);
        response.Headers.ETag = body.ETag;
        if (Has(request.Headers, body))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Json.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.BodyWriter.WriteAsync(body.Json, httpContext.RequestAborted);
        }
    }

    // RFC 9110, 13.1.2: any of the list, compared weakly, or anything at all. A header that cannot be read asks nothing.
    private static bool Has(IHeaderDictionary headers, Body body) =>
        headers.IfNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(headers.IfNoneMatch, out var tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(body.Tag, useStrongComparison: false));
}
