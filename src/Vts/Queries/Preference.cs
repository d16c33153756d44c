using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Vts.Queries;

/// <summary>What a request prefers (RFC 7240).</summary>
/// <param name="IsLenient"><c>handling=lenient</c>: an answer without what could not be read will do.</param>
internal sealed record Preference(bool IsLenient)
{
    /// <summary>What this request prefers, for a handler's parameter.</summary>
    public static ValueTask<Preference?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(Read(context.Request.Headers["Prefer"]));
    }

    /// <summary>What a header says. Of a preference that is there twice the first counts; others, and what has no form, are ignored.</summary>
    public static Preference Read(StringValues prefer) =>
        new(prefer.SelectMany(line => Preferences(line ?? "")).FirstOrDefault(IsHandling) is { } handling && Value(handling) == "lenient");

    private static bool IsHandling(string preference) => preference.Split('=')[0].Trim().Equals("handling", StringComparison.OrdinalIgnoreCase);

    private static string Value(string preference) => preference[(preference.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"');

    // Each without its own parameters. A comma within quotes parts nothing.
    private static IEnumerable<string> Preferences(string line)
    {
        var (start, end, isQuoted) = (0, -1, false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (!isQuoted && line[i] == ','))
            {
                yield return line[start..(end < start ? i : end)];
                (start, end) = (i + 1, -1);
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == '\\' && isQuoted && i + 1 < line.Length)
            {
                i++;
            }
            else if (line[i] == ';' && !isQuoted && end < start)
            {
                end = i;
            }
        }
    }
}
