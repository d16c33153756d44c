using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Vts.Callers.Limits;

/// <summary>
/// What an answer says about the limits it came under: the fields <c>RateLimit-Policy</c> and <c>RateLimit</c>, as in
/// draft-ietf-httpapi-ratelimit-headers-11.
/// </summary>
internal static class RateLimitFields
{
    /// <summary>Writes a caller's.</summary>
    public static void Write(IHeaderDictionary headers, Admission admission) => Write(
        headers,
        admission.Policy,
        string.Create(CultureInfo.InvariantCulture, $"\"requests\";r={admission.Rate.Left};t={admission.Rate.WaitSeconds}, \"concurrent\";r={admission.PlacesLeft}"));

    /// <summary>Writes an address's.</summary>
    public static void Write(IHeaderDictionary headers, Standing standing, int most) => Write(
        headers,
        string.Create(CultureInfo.InvariantCulture, $"\"failed-authentications\";q={most};w={(int)MinuteWindow.Length.TotalSeconds}"),
        string.Create(CultureInfo.InvariantCulture, $"\"failed-authentications\";r={standing.Left};t={standing.WaitSeconds}"));

    private static void Write(IHeaderDictionary headers, string policy, string state)
    {
        headers["RateLimit-Policy"] = policy;
        headers["RateLimit"] = state;
    }
}
