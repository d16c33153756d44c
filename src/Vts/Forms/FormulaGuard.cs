namespace Vts.Forms;

/// <summary>Keeps spreadsheets from taking text for a formula.</summary>
internal static class FormulaGuard
{
    /// <summary>What stands before text that would be taken for a formula.</summary>
    public const char Mark = '\'';

    /// <summary>
    /// The text with an apostrophe before it where it starts like a formula, maybe after spaces or quotes; else the text itself. So
    /// text that starts with the mark and then like a formula always had one put before it: who takes one away has the text again.
    /// </summary>
    public static string Of(string text) => IsFormula(text) ? Mark + text : text;

    private static bool IsFormula(string text)
    {
        foreach (var c in text)
        {
            if (c is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
            {
                return true;
            }

            if (!char.IsWhiteSpace(c) && c is not ('\'' or '"' or '‘' or '’' or '“' or '”' or '＇' or '＂' or '`'))
            {
                return false;
            }
        }

        return false;
    }
}
