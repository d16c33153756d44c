using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Vts.Queries;

/// <summary>
/// A time zone, for the moments at which its days begin. The rules come with the service (NodaTime's copy of the IANA database), so that
/// they are the same wherever it runs.
/// </summary>
internal sealed class DayZone
{
    private readonly DateTimeZone _zone;

    private DayZone(string name, DateTimeZone zone) => (Name, _zone) = (name, zone);

    /// <summary>Where a day is a day of UTC.</summary>
    public static DayZone Utc { get; } = new("UTC", DateTimeZone.Utc);

    /// <summary>Its name, as it was asked for.</summary>
    public string Name { get; }

    /// <summary>The zone of an IANA name, or of an offset as <c>+05:30</c>.</summary>
    /// <exception cref="InvalidQueryException">There is no such zone; it names the nearest.</exception>
    public static DayZone Parse(string text)
    {
        // A plus that was not escaped arrives as a space; no name has one.
        var name = text.Replace(' ', '+');
        if (OffsetOf(name) is { } offset)
        {
            return new(name, DateTimeZone.ForOffset(offset));
        }

        var source = TzdbDateTimeZoneSource.Default;
        return source.CanonicalIdMap.TryGetValue(name, out var id)
            ? new(id, source.ForId(id))
            : throw InvalidQueryException.Of(Parameters.Tz.Name, $"is an IANA time zone or an offset, as +05:30. The nearest to yours is {Nearest.Of(name, source.CanonicalIdMap.Keys.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>When a day begins: at midnight, or where the clocks skip that, at the first moment after it.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = _zone.MapLocal(new LocalDateTime(day.Year, day.Month, day.Day, 0, 0));
        var start = midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();

        // East of Greenwich the first day of all begins before time does. No day begins after it ends.
        return new DateTimeOffset(Math.Max(0, DateTime.UnixEpoch.Ticks + start.ToUnixTimeTicks()), TimeSpan.Zero);
    }

    /// <summary>The month that a moment falls in, as <c>2026-03</c>.</summary>
    public string MonthOf(DateTimeOffset moment)
    {
        var offset = _zone.GetUtcOffset(Instant.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds()));
        var ticks = moment.UtcTicks + TimeSpan.FromMilliseconds(offset.Milliseconds).Ticks;
        var local = new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
        return local.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    // Two digits each, and no farther than any zone is.
    private static Offset? OffsetOf(string text) =>
        text is ['+' or '-', var h1, var h2, ':', var m1, var m2] && char.IsAsciiDigit(h1) && char.IsAsciiDigit(h2) && char.IsAsciiDigit(m1) && char.IsAsciiDigit(m2)
        && (((h1 - '0') * 10) + h2 - '0', ((m1 - '0') * 10) + m2 - '0') is var (hours, minutes) && minutes < 60 && (hours * 60) + minutes <= 14 * 60
            ? Offset.FromSeconds((text[0] == '-' ? -60 : 60) * ((hours * 60) + minutes))
            : null;
}
