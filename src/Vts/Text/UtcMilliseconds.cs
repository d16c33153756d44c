using System.Globalization;

namespace Vts.Text;

/// <summary>The form of times: RFC 3339 in UTC with exactly three fractional digits, as in <c>2026-03-13T18:21:00.000Z</c>.</summary>
internal static class UtcMilliseconds
{
    /// <summary>The form.</summary>
    public const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>How many bytes it takes.</summary>
    public const int Length = 24;

    /// <summary>The time in this form.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Writes the time in this form. Returns how many bytes it took.</summary>
    public static int Write(DateTimeOffset time, Span<byte> utf8) =>
        time.UtcDateTime.TryFormat(utf8, out var length, Form, CultureInfo.InvariantCulture) ? length : throw new ArgumentException("Too short for a time.", nameof(utf8));
}
