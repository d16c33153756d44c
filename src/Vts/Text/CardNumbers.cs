using System.Globalization;
using System.Text.RegularExpressions;

namespace Vts.Text;

/// <summary>Masks what could be a payment card's number in text from Extend, down to its last four digits.</summary>
internal static partial class CardNumbers
{
    private const int FewestDigits = 13;
    private const int MostDigits = 19;

    /// <summary>
    /// The text with every run of 13 to 19 digits that passes the Luhn check masked, whether written in one piece or in the
    /// groups that card numbers are printed in (4-4-4-4 and 4-6-5, by any space or hyphen). Everything else is as it was: the same
    /// instance, where that is all of it.
    /// </summary>
    public static string Mask(string text)
    {
        // The last digits of a masked number may begin another: so until nothing changes.
        for (var masked = text; HasDigits(masked); text = masked)
        {
            masked = Candidate().Replace(text, static match => Mask(match.Value, match.Groups["more"].Length));
            if (masked == text)
            {
                return text;
            }
        }

        return text;
    }

    private static bool HasDigits(string text)
    {
        if (text.Length < FewestDigits)
        {
            return false;
        }

        var count = 0;
        foreach (var c in text)
        {
            count += char.IsDigit(c) ? 1 : 0;
        }

        return count >= FewestDigits;
    }

    // A group that follows a number in groups may belong to it (19 digits) or to the text after it.
    private static string Mask(string candidate, int more) =>
        PassesLuhn(candidate) ? Stars(candidate)
        : more > 0 && PassesLuhn(candidate[..^more]) ? Stars(candidate[..^more]) + candidate[^more..]
        : candidate;

    private static string Stars(string number)
    {
        var keep = number.Length;
        for (var digits = 0; digits < 4; keep--)
        {
            digits += char.IsDigit(number[keep - 1]) ? 1 : 0;
        }

        return string.Concat(number[..keep].Select(c => char.IsDigit(c) ? '*' : c)) + number[keep..];
    }

    private static bool PassesLuhn(string number)
    {
        var sum = 0;
        var count = 0;
        for (var i = number.Length - 1; i >= 0; i--)
        {
            if (!char.IsDigit(number[i]))
            {
                continue;
            }

            var digit = CharUnicodeInfo.GetDecimalDigitValue(number[i]);
            var weighted = count++ % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return count is >= FewestDigits and <= MostDigits && sum % 10 == 0;
    }

    // \d is any script's digits: a full-width number is as readable as an ASCII one.
    [GeneratedRegex(@"(?<!\d)(\d{4}(?<s>[\p{Zs}\p{Pd}])\d{4}\k<s>\d{4}\k<s>\d{1,4}(?<more>\k<s>\d{1,3})?|\d{4}(?<t>[\p{Zs}\p{Pd}])\d{6}\k<t>\d{4,5}|\d{13,19})(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Candidate();
}
