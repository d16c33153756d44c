using Vts.Callers.Rules;

namespace Vts.Forms;

/// <summary>The columns of one answer: those members that the caller asked for and may see, in the contract's order.</summary>
internal sealed class Columns<T>
{
    private readonly bool _rawText;

    private Columns(IReadOnlyList<Member<T>> members, bool rawText)
    {
        Members = members;
        _rawText = rawText;
        Key = (rawText ? "raw:" : "") + string.Join(',', members.Select(member => member.Name));
    }

    /// <summary>The members.</summary>
    public IReadOnlyList<Member<T>> Members { get; }

    /// <summary>Names the choice: equal choices have equal keys.</summary>
    public string Key { get; }

    /// <summary>The columns of an answer.</summary>
    /// <param name="all">The table of members.</param>
    /// <param name="fields">What the caller asked for.</param>
    /// <param name="rule">What the caller may see.</param>
    /// <param name="form">The form, since CSV has more usual members than the others.</param>
    /// <param name="rawText">Whether text is written as Extend tells it, but for card numbers.</param>
    public static Columns<T> Choose(IReadOnlyList<Member<T>> all, FieldSelection fields, FieldRule rule, Form form, bool rawText) =>
        new([.. all.Where(member => fields.Takes(member, form) && rule.Shows(member.Name))], rawText);

    /// <summary>The row as these columns write it.</summary>
    public T Told(T row) => _rawText && row is ICleaned<T> cleaned ? cleaned.Raw : row;
}
