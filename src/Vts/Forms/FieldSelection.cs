using Vts.Callers.Rules;

namespace Vts.Forms;

/// <summary>Which members a caller asked for.</summary>
/// <param name="Names">Their names; null for the usual ones, or for all.</param>
/// <param name="IsAll">Whether all were asked for.</param>
internal sealed record FieldSelection(IReadOnlyList<string>? Names, bool IsAll)
{
    /// <summary>The usual ones: nothing was asked for.</summary>
    public static FieldSelection Usual { get; } = new(null, IsAll: false);

    /// <summary>All there are.</summary>
    public static FieldSelection All { get; } = new(null, IsAll: true);

    /// <summary>Whether the member is among them in this form. <c>id</c> always is.</summary>
    public bool Takes<T>(Member<T> member, Form form) =>
        IsAll || (Names is null ? IsUsual(member.Use, form) : member.Name == FieldRule.Id || Names.Contains(member.Name, StringComparer.Ordinal));

    private static bool IsUsual(MemberUse use, Form form) => use is MemberUse.Usual || (use is MemberUse.UsualInCsv && form is Form.Csv);
}
