using System.Globalization;

namespace Vts.Aws;

/// <summary>Times as AWS's services and this project's items write them: whole milliseconds since 1970 UTC.</summary>
internal static class UnixMilliseconds
{
    // The end of the year 9999, the last that a time can have.
    private const long End = 253_402_300_799_000;

    /// <summary>The time; null if the text is none.</summary>
    public static DateTimeOffset? Read(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < End
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
