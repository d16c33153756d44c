using System.Globalization;

namespace Vts.Text;

/// <summary>
/// Cleans text that anyone may have written: merchants, cardholders. What cannot be seen or changes what is seen is gone, card
/// numbers are masked, and its length has a limit.
/// </summary>
internal static class CleanText
{
    /// <summary>The most characters (UTF-16 units) that a name keeps.</summary>
    public const int NameLength = 500;

    /// <summary>The most characters that notes keep.</summary>
    public const int NotesLength = 4_000;

    // More than a card number in groups is long: one that is cut through here starts beyond the limit.
    private const int Margin = 64;
    private const string Cut = "…";

    /// <summary>The text, clean; the same instance where it was. Text over the limit ends in an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters it may have, the ellipsis among them.</param>
    public static string Of(string text, int most)
    {
        // First what is invisible goes, then numbers are masked, then the end is cut: in any other order a number could slip through.
        var masked = CardNumbers.Mask(VisibleText.Of(text, most + Margin));
        return masked.Length <= most ? masked : CardNumbers.Mask(VisibleText.Of(masked[..End(masked, most - Cut.Length)], most)) + Cut;
    }

    /// <summary>The text as it was told, but for card numbers and the limit of notes; a number that only cleaning brings out is masked too.</summary>
    public static string Raw(string text)
    {
        var told = text.Length <= NotesLength ? text : text[..NotesLength];
        var visible = VisibleText.Of(told, told.Length);
        var masked = CardNumbers.Mask(visible);
        return masked == visible ? CardNumbers.Mask(told) : masked;
    }

    // Where the last character as people see it ends; one that is longer than the limit all by itself is cut through.
    private static int End(string text, int most)
    {
        var end = 0;
        for (var next = 0; next <= most; next += StringInfo.GetNextTextElementLength(text, next))
        {
            end = next;
        }

        return end > 0 ? end : most;
    }
}
