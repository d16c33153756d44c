namespace Vts.Forms;

/// <summary>Keeps spreadsheets from taking text for a formula, and readers from taking it for the count.</summary>
internal static class FormulaGuard
{
    /// <summary>What the last record, which counts the rows, starts with.</summary>
    public const string Count = "#rows";

    /// <summary>What a record that tells of a missing card starts with.</summary>
    public const string Missing = "#failed";

    private const char Mark = '\'';

    /// <summary>
    /// The text with an apostrophe before it where it starts like a formula or like a record that counts the rows or tells of a missing card, maybe after
    /// spaces or quotes; else the text itself. So text that starts with an apostrophe and then like these always had one put before it:
    /// who takes that away has the text again.
    /// </summary>
    public static string Of(string text) => IsMistakable(text) ? Mark + text : text;

    private static bool IsMistakable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
            {
                return true;
            }

            if (!char.IsWhiteSpace(c) && c is not ('\'' or '"' or '‘' or '’' or '“' or '”' or '＇' or '＂' or '`'))
            {
                return text.AsSpan(i) is var start && (start.StartsWith(Count, StringComparison.Ordinal) || start.StartsWith(Missing, StringComparison.Ordinal));
            }
        }

        return false;
    }
}
