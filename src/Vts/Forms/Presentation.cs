using Microsoft.AspNetCore.Http;
using Vts.Callers.Rules;
using Vts.Errors;
using Vts.Queries;
using Vts.Requests;

namespace Vts.Forms;

/// <summary>How a caller wants rows written.</summary>
/// <param name="Form">In which form.</param>
/// <param name="Fields">With which members.</param>
/// <param name="ByteOrderMark">Whether a CSV begins with a byte order mark, which Excel needs to read it as UTF-8.</param>
/// <param name="RawText">Whether free text is as Extend sends it, but for card numbers.</param>
internal sealed record Presentation(Form Form, FieldSelection Fields, bool ByteOrderMark, bool RawText)
{
    /// <summary>How this request wants its rows written, for a handler's parameter.</summary>
    /// <exception cref="InvalidQueryException">It accepts none of the forms.</exception>
    public static ValueTask<Presentation?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var form = context.Features.Get<AskedForm>()?.Form ?? FormChoice.Of(context.Request.Headers.Accept) ?? throw new InvalidQueryException(Problems.NotAcceptable);
        return new(PresentationReader.Read(context, context.GetEndpoint()!.Metadata.GetRequiredMetadata<QueryParameters>(), form));
    }

    /// <summary>Whether it is one of the few that what is kept is written in: others are as many as callers think of.</summary>
    public bool IsUsual => Fields == FieldSelection.Usual && !RawText && !ByteOrderMark;

    /// <summary>Whether none but usual members of transactions are written, as they are cleaned.</summary>
    public bool IsBrief => !RawText && !Fields.IsAll && Fields.Names?.All(name => !TransactionMembers.IsWide(name)) != false;

    /// <summary>Those members of a table that are written.</summary>
    public Columns<T> Choose<T>(IReadOnlyList<Member<T>> members, FieldRule rule) => Columns<T>.Choose(members, Fields, rule, Form, RawText);
}
