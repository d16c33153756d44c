using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Vts.Forms;

/// <summary>Which form a request's <c>Accept</c> asks for (RFC 9110, 12.5.1).</summary>
internal static class FormChoice
{
    // In the order in which equals win.
    private static readonly (Form Form, string[] Names)[] Offered =
    [
        (Form.Json, ["application/json"]),
        (Form.NdJson, ["application/x-ndjson", "application/ndjson"]),
        (Form.Csv, ["text/csv"]),
    ];

    /// <summary>The form; JSON where all are equal, or the header is absent or cannot be read. Null if none of them is acceptable.</summary>
    public static Form? Of(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
        {
            return Form.Json;
        }

        (Form? Form, double Quality) best = (null, 0);
        foreach (var (form, names) in Offered)
        {
            var quality = names.Max(name => Quality(name, ranges));
            best = quality > best.Quality ? (form, quality) : best;
        }

        return best.Form;
    }

    // The most specific range that fits decides, as 12.5.1 says; of equally specific ones the kindest.
    private static double Quality(string name, IList<MediaTypeHeaderValue> ranges)
    {
        var type = new MediaTypeHeaderValue(name);
        return ranges.Where(range => Fits(type, range)).OrderByDescending(Specificity).ThenByDescending(Quality).Select(Quality).FirstOrDefault();
    }

    private static bool Fits(MediaTypeHeaderValue type, MediaTypeHeaderValue range) =>
        range.MatchesAllTypes
        || (Same(type.Type, range.Type) && (range.MatchesAllSubTypes || Same(type.SubType, range.SubType)));

    private static bool Same(StringSegment one, StringSegment other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static int Specificity(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;

    private static double Quality(MediaTypeHeaderValue range) => range.Quality ?? 1;
}
