using Microsoft.AspNetCore.Http;
using Vts.Forms;
using Vts.Requests;

namespace Vts.Queries;

/// <summary>What a request for one card asks for.</summary>
/// <param name="Fields">Which members.</param>
/// <param name="RawText">Whether free text is as Extend sends it, but for card numbers.</param>
internal sealed record CardQuery(FieldSelection Fields, bool RawText)
{
    /// <summary>The parameters it takes.</summary>
    public static QueryParameters Parameters { get; } = new([Queries.Parameters.FieldsOfCard, Queries.Parameters.TextOf]);

    /// <summary>What this request asks for, for a handler's parameter.</summary>
    public static ValueTask<CardQuery?> BindAsync(HttpContext context)
    {
        var presentation = PresentationReader.Read(context, Parameters, Form.Json);
        return new(new CardQuery(presentation.Fields, presentation.RawText));
    }
}
