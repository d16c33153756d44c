using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Vts.Server.Commands.Keys;

/// <summary>Times and lengths of time as people type them.</summary>
internal static class Moments
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <summary>An option that is a time: <c>2027-01-31</c>, <c>2027-01-31T12:00:00Z</c>, or from now, <c>90d</c>.</summary>
    public static Option<DateTimeOffset?> Option(string name, string description) => new(name)
    {
        Description = $"{description}: a day (2027-01-31, in UTC), a time (2027-01-31T12:00:00Z), or from now (90d, 12h)",
        HelpName = "when",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (Length(text) is { } length)
            {
                return DateTimeOffset.FromUnixTimeSeconds((TimeProvider.System.GetUtcNow() + length).ToUnixTimeSeconds());
            }

            return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? time
                : Refuse<DateTimeOffset?>(result, $"{name} {text} is no time: say 2027-01-31, 2027-01-31T12:00:00Z, or 90d");
        },
    };

    /// <summary>An option that is a length of time: <c>7d</c>, <c>24h</c>, <c>30m</c>, <c>0</c>.</summary>
    public static Option<TimeSpan> Duration(string name, string description, TimeSpan otherwise) => new(name)
    {
        Description = $"{description}: 7d, 24h, 30m, 0. Default: {otherwise.TotalHours}h",
        HelpName = "length",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => result.Tokens.Single().Value is var text && Length(text) is { } length
            ? length
            : Refuse<TimeSpan>(result, $"{name} {text} is no length of time: say 7d, 24h, 30m or 0"),
    };

    private static TimeSpan? Length(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        return text.Length is > 1 and < 6 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? text[^1] switch
            {
                'd' => TimeSpan.FromDays(count),
                'h' => TimeSpan.FromHours(count),
                'm' => TimeSpan.FromMinutes(count),
                _ => null,
            }
            : null;
    }

    private static T Refuse<T>(ArgumentResult result, string fault)
    {
        result.AddError(fault);
        return default!;
    }
}
