using System.Globalization;

namespace Vts.Server.Audit;

/// <summary>How a moment is given on the command line: how long ago, as <c>30m</c>, <c>12h</c>, <c>1d</c> or <c>2w</c>, or when, as <c>2026-11-24T08:00:00Z</c>.</summary>
internal static class SinceText
{
    private static readonly Dictionary<char, TimeSpan> Units = new()
    {
        ['s'] = TimeSpan.FromSeconds(1), ['m'] = TimeSpan.FromMinutes(1), ['h'] = TimeSpan.FromHours(1), ['d'] = TimeSpan.FromDays(1), ['w'] = TimeSpan.FromDays(7),
    };

    /// <summary>The moment; null if the text is none.</summary>
    public static DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        if (text.Length > 1 && Units.TryGetValue(text[^1], out var unit) && ushort.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return now - (count * unit);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
    }
}
