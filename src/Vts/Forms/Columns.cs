using System.Collections.Concurrent;
using Vts.Callers.Rules;

namespace Vts.Forms;

/// <summary>The columns of one answer: those members that the caller asked for and may see, in the contract's order.</summary>
internal sealed class Columns<T>
{
    // Those that most callers get, made once: as many as there are tables and forms.
    private static readonly ConcurrentDictionary<(IReadOnlyList<Member<T>>, Form), Columns<T>> Usual = new();

    private readonly bool _rawText;

    private Columns(IReadOnlyList<Member<T>> members, Form form, bool rawText)
    {
        Members = members;
        _rawText = rawText;
        Key = $"{form}/{(rawText ? "raw:" : "")}{string.Join(',', members.Select(member => member.Name))}";
    }

    /// <summary>The members.</summary>
    public IReadOnlyList<Member<T>> Members { get; }

    /// <summary>Names the choice and the form: equal choices have equal keys.</summary>
    public string Key { get; }

    /// <summary>The columns of an answer.</summary>
    /// <param name="all">The table of members.</param>
    /// <param name="fields">What the caller asked for.</param>
    /// <param name="rule">What the caller may see.</param>
    /// <param name="form">The form, since CSV has more usual members than the others.</param>
    /// <param name="rawText">Whether text is written as Extend tells it, but for card numbers.</param>
    public static Columns<T> Choose(IReadOnlyList<Member<T>> all, FieldSelection fields, FieldRule rule, Form form, bool rawText) =>
        fields == FieldSelection.Usual && rule.IsAll && !rawText
            ? Usual.GetOrAdd((all, form), static key => Make(key.Item1, FieldSelection.Usual, FieldRule.All, key.Item2, rawText: false))
            : Make(all, fields, rule, form, rawText);

    private static Columns<T> Make(IReadOnlyList<Member<T>> all, FieldSelection fields, FieldRule rule, Form form, bool rawText) =>
        new([.. all.Where(member => fields.Takes(member, form) && rule.Shows(member.Name))], form, rawText);

    /// <summary>The row as these columns write it.</summary>
    public T Told(T row) => _rawText && row is ICleaned<T> cleaned ? cleaned.Raw : row;
}
