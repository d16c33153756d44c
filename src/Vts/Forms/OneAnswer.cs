using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Vts.Freshness;

namespace Vts.Forms;

/// <summary>One thing, as a JSON object.</summary>
/// <param name="one">The thing.</param>
/// <param name="members">The table of its members.</param>
/// <param name="fields">Which of them the caller wants.</param>
/// <param name="rawText">Whether free text is as Extend sends it, but for card numbers.</param>
internal sealed class OneAnswer<T>(Fresh<T> one, IReadOnlyList<Member<T>> members, FieldSelection fields, bool rawText) : IResult, IEndpointMetadataProvider
    where T : class
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new FreshAnswer());
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var columns = Columns<T>.Choose(members, fields, one.Fields, Form.Json, rawText);
        byte[] Write() => WrittenBody.OfOne(one.Value, columns);
        var body = fields == FieldSelection.Usual && !rawText ? Body.Of(one.Value, columns.Key, Write) : Body.Once(Write());
        return WholeAnswer.SendAsync(httpContext, body, Form.Json.MediaType(), one.Vintage, rows: 1);
    }
}
