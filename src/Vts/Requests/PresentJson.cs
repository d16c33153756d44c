using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Vts.Requests;

/// <summary>A 200 that holds at this moment and is to be kept by nobody; no body where none is asked for.</summary>
/// <param name="answer">The answer.</param>
/// <param name="shape">How it is written.</param>
internal sealed class PresentJson<T>(T answer, JsonTypeInfo<T> shape) : IResult, IEndpointMetadataProvider
    where T : class
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, shape);
        response.Headers.CacheControl = "private, no-store";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.BodyWriter.WriteAsync(json, httpContext.RequestAborted);
        }
    }
}
