namespace Vts.Text;

/// <summary>The last four digits of a card's number. Should Extend ever put more there than that name promises, no more leave.</summary>
internal static class LastFour
{
    public static string? Of(string? digits) => digits is { Length: > 4 } ? digits[^4..] : digits;
}
