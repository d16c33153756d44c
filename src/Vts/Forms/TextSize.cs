namespace Vts.Forms;

/// <summary>How much text a row holds.</summary>
internal static class TextSize
{
    // What a text takes beside its characters, in characters.
    private const int OfNone = 8;

    /// <summary>The characters of all its texts, and what each takes beside them.</summary>
    /// <param name="members">The table of members.</param>
    /// <param name="row">The row.</param>
    /// <param name="sharing">A row whose texts are counted already, where this one has the very same.</param>
    public static long Of<T>(IReadOnlyList<Member<T>> members, T row, T? sharing = null)
        where T : class
    {
        var size = 0L;
        foreach (var member in members)
        {
            size += member.Text(row) is { } text && !(sharing is not null && ReferenceEquals(text, member.Text(sharing))) ? text.Length + OfNone : 0;
        }

        return size;
    }
}
