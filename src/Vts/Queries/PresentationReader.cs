using Microsoft.AspNetCore.Http;
using Vts.Forms;
using Vts.Requests;

namespace Vts.Queries;

/// <summary>Reads how a caller wants rows written.</summary>
internal static class PresentationReader
{
    private const string All = "all";

    /// <summary>What the request's parameters say.</summary>
    /// <param name="context">The request.</param>
    /// <param name="taken">The parameters that its operation takes.</param>
    /// <param name="form">The form.</param>
    public static Presentation Read(HttpContext context, QueryParameters taken, Form form)
    {
        if (!context.Request.QueryString.HasValue)
        {
            return new Presentation(form, FieldSelection.Usual, ByteOrderMark: false, RawText: false);
        }

        var query = new QueryReader(context.Request.Query);
        return new Presentation(form, Fields(query, taken.All.First(parameter => parameter.Name == Parameters.FieldsOfCard.Name)), query.Choice(Parameters.Bom) == "1", query.Choice(Parameters.TextOf) == "raw");
    }

    private static FieldSelection Fields(QueryReader query, Parameter fields) => query.Choices(fields) switch
    {
        null => FieldSelection.Usual,
        var names when names.Contains(All, StringComparer.Ordinal) => FieldSelection.All,
        var names => new FieldSelection(names, IsAll: false),
    };
}
