using Vts.Callers.Rules;

namespace Vts.Forms;

/// <summary>How a caller wants rows written.</summary>
/// <param name="Form">In which form.</param>
/// <param name="Fields">With which members.</param>
/// <param name="ByteOrderMark">Whether a CSV begins with a byte order mark, which Excel needs to read it as UTF-8.</param>
/// <param name="RawText">Whether free text is as Extend sends it, but for card numbers.</param>
internal sealed record Presentation(Form Form, FieldSelection Fields, bool ByteOrderMark, bool RawText)
{
    /// <summary>Those members of a table that are written.</summary>
    public Columns<T> Choose<T>(IReadOnlyList<Member<T>> members, FieldRule rule) => Columns<T>.Choose(members, Fields, rule, Form, RawText);
}
