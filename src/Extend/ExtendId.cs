namespace Extend;

/// <summary>The form of Extend's identifiers: a prefix, an underscore and 22 letters or digits. Their content is opaque.</summary>
public static class ExtendId
{
    private const int BodyLength = 22;

    /// <summary>Whether the text has the form of a virtual card's identifier, as in <c>vc_A681POqRINI7goyrCNPff7</c>.</summary>
    public static bool IsVirtualCard(ReadOnlySpan<char> text) => HasForm(text, "vc_");

    /// <summary>Whether the text has the form of a transaction's identifier, as in <c>txn_1zs8ZxgHYKPAtXdb6Ojo8m</c>.</summary>
    public static bool IsTransaction(ReadOnlySpan<char> text) => HasForm(text, "txn_");

    /// <summary>Whether the text has the form of a user's identifier, as in <c>u_4ADG1FY0xhx6ycTsEdWr1D</c>.</summary>
    public static bool IsUser(ReadOnlySpan<char> text) => HasForm(text, "u_");

    /// <summary>Whether the text has the form of a credit card's or budget's identifier, as in <c>cc_3hTJqzctbf76fIaqj0TOIT</c>.</summary>
    public static bool IsCreditCard(ReadOnlySpan<char> text) => HasForm(text, "cc_");

    private static bool HasForm(ReadOnlySpan<char> text, ReadOnlySpan<char> prefix)
    {
        if (text.Length != prefix.Length + BodyLength || !text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var character in text[prefix.Length..])
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
