using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Vts.Freshness;
using Vts.Transactions;

namespace Vts.Forms;

/// <summary>A list that is written whole before it is sent, in the form that the caller wants.</summary>
/// <param name="rows">The rows.</param>
/// <param name="members">The table of their members.</param>
/// <param name="presentation">How they are written.</param>
internal sealed class RowsAnswer<T>(Fresh<T[]> rows, IReadOnlyList<Member<T>> members, Presentation presentation) : IResult, IEndpointMetadataProvider
{
    /// <summary>Where the rest of the list begins; null where this is the end.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Which cards were answered for, where a part may be missing.</summary>
    public Coverage? Coverage { get; init; }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T[]), ["application/json"]));
        builder.Metadata.Add(new FreshAnswer());
        builder.Metadata.Add(new InForms());
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var columns = presentation.Choose(members, rows.Fields);
        var form = presentation.Form;
        byte[] Write() => WrittenBody.Of(rows.Value, form, columns, presentation.ByteOrderMark);
        var body = presentation.IsUsual ? Body.Of(rows.Value, columns.Key, Write) : Body.Once(Write());
        ListHeaders.Write(httpContext.Response.Headers, Coverage, isKnown: true);
        if (NextCursor is not null)
        {
            NextLink.Write(httpContext, NextCursor);
        }

        return WholeAnswer.SendAsync(httpContext, body, form.MediaType(), rows.Vintage, rows.Value.Length);
    }
}
