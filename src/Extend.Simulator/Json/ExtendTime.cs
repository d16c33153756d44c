using System.Globalization;

namespace Extend.Simulator.Json;

/// <summary>Extend's spelling of a moment: UTC, three decimals, an offset without colon.</summary>
internal static class ExtendTime
{
    public const int Length = 28;

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'";

    private static readonly string[] Accepted =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd",
    ];

    public static void Write(Span<byte> text, DateTimeOffset moment) =>
        moment.UtcDateTime.TryFormat(text, out _, Format, CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads a moment in any of the spellings that Extend takes; without an offset it is UTC.</summary>
    public static bool TryRead(string? text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, Accepted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    public static bool TryReadDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
