using System.Globalization;

namespace Vts.Queries;

/// <summary>What a caller writes for a time: a day of a time zone, or a moment (RFC 3339).</summary>
/// <param name="Day">The day; null for a moment.</param>
/// <param name="Begins">When the day begins; the moment itself.</param>
/// <param name="Ends">When the day after begins; the moment itself.</param>
internal sealed record DayOrMoment(DateOnly? Day, DateTimeOffset Begins, DateTimeOffset Ends)
{
    private const int FractionDigits = 7;

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'"];

    /// <summary>The parameter's value; null if it is not there.</summary>
    /// <exception cref="InvalidQueryException">It is neither a day nor a moment.</exception>
    public static DayOrMoment? Read(QueryReader query, Parameter parameter, DayZone zone) =>
        query.Text(parameter) is not { } text ? null
        : Parse(text, zone) ?? throw InvalidQueryException.Of(parameter.Name, $"is a day, as {parameter.Example}, or a moment, as {parameter.Example}T12:00:00Z.");

    /// <summary>Whether nothing can be from this on and up to the other. A day that the zone skipped is empty, but no mistake.</summary>
    public bool IsAfter(DayOrMoment other) => Day is { } day && other.Day is { } last ? day > last : Begins >= other.Ends;

    private static DayOrMoment? Parse(string text, DayZone zone) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day, zone.StartOf(day), day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : zone.StartOf(day.AddDays(1)))
        : DateTimeOffset.TryParseExact(
            InOneForm(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? new(null, moment, moment)
        : null;

    // RFC 3339 allows small letters and any precision. A plus that was not escaped arrives as a space.
    private static string InOneForm(string text)
    {
        var moment = (text.Length > 6 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text).ToUpperInvariant();
        var from = moment.IndexOf('.', StringComparison.Ordinal) + 1 + FractionDigits;
        var to = from;
        while (from > FractionDigits && to < moment.Length && char.IsAsciiDigit(moment[to]))
        {
            to++;
        }

        return moment.Remove(Math.Min(from, moment.Length), Math.Max(0, to - from));
    }
}
