namespace Vts.Forms;

/// <summary>How much text a row holds.</summary>
internal static class TextSize
{
    // What a text takes beside its characters, in characters.
    private const int OfNone = 5;

    /// <summary>The characters of all its texts, and what each takes beside them.</summary>
    public static long Of<T>(IReadOnlyList<Member<T>> members, T row)
    {
        var size = 0L;
        foreach (var member in members)
        {
            size += member.Text(row) is { } text ? text.Length + OfNone : 0;
        }

        return size;
    }
}
