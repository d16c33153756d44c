using System.Globalization;

namespace Vts.Queries;

/// <summary>Reads a day or a moment.</summary>
internal static class Moments
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'"];

    /// <summary>The moment itself, or that at which the day begins.</summary>
    public static DateTimeOffset? Start(QueryReader query, Parameter parameter, DayZone zone) => Read(query, parameter, zone, static day => day);

    /// <summary>The moment itself, or that at which the day after begins.</summary>
    public static DateTimeOffset? End(QueryReader query, Parameter parameter, DayZone zone) =>
        Read(query, parameter, zone, static day => day == DateOnly.MaxValue ? null : day.AddDays(1));

    private static DateTimeOffset? Read(QueryReader query, Parameter parameter, DayZone zone, Func<DateOnly, DateOnly?> begins)
    {
        if (query.Text(parameter) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return begins(day) is { } first ? zone.StartOf(first) : DateTimeOffset.MaxValue;
        }

        // A plus that was not escaped arrives as a space.
        var moment = text.Length > 6 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
        return DateTimeOffset.TryParseExact(moment, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw InvalidQueryException.Of(parameter.Name, $"is a day, as {parameter.Example}, or a moment, as {parameter.Example}T12:00:00Z.");
    }
}
