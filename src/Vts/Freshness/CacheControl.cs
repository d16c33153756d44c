using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Vts.Freshness;

/// <summary>
/// Reads a request's <c>Cache-Control</c> (RFC 9111, 5861). Directives that are unknown or cannot be read are as good as absent;
/// of one that is there twice the stricter counts.
/// </summary>
internal static class CacheControl
{
    // RFC 9111, 1.2.2: greater numbers of seconds are as good as this one.
    private const long MostSeconds = int.MaxValue;

    public static Demand Read(StringValues header)
    {
        var demand = Demand.None;
        foreach (var line in header)
        {
            var rest = line.AsSpan();
            while (!rest.IsEmpty)
            {
                var end = EndOfDirective(rest);
                demand = Add(demand, rest[..end].Trim(" \t"));
                rest = rest[Math.Min(end + 1, rest.Length)..];
            }
        }

        return demand;
    }

    private static Demand Add(Demand demand, ReadOnlySpan<char> directive)
    {
        var equals = directive.IndexOf('=');
        var name = equals < 0 ? directive : directive[..equals];
        var argument = equals < 0 ? "" : directive[(equals + 1)..];
        return Is(name, "no-cache") ? demand with { MaxAge = TimeSpan.Zero }
            : Is(name, "max-age") ? demand with { MaxAge = Stricter(demand.MaxAge, Seconds(argument)) }
            : Is(name, "stale-if-error") ? demand with { StaleIfError = Stricter(demand.StaleIfError, Seconds(argument)) }
            : demand;
    }

    private static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> directive) =>
        name.Equals(directive, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? Stricter(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;

    // Digits and nothing else; within quotes too, which the RFC asks recipients to accept.
    private static TimeSpan? Seconds(ReadOnlySpan<char> argument)
    {
        var digits = argument is ['"', .. var quoted, '"'] ? quoted : argument;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var isSmall = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < MostSeconds;
        return TimeSpan.FromSeconds(isSmall ? seconds : MostSeconds);
    }

    // The next comma that stands in no quoted string.
    private static int EndOfDirective(ReadOnlySpan<char> text)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ',' when !isQuoted:
                    return i;
                case '\\' when isQuoted:
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
            }
        }

        return text.Length;
    }
}
