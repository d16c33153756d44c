using System.Globalization;
using System.Net.Http.Headers;

namespace Extend.Connections;

/// <summary>Extend's header <c>x-rate-limit-remaining</c>: how many requests it still takes in the present window.</summary>
internal static class RateLimitRemaining
{
    public static int? Read(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-rate-limit-remaining", out var values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            ? remaining
            : null;
}
