using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Vts.Freshness;

/// <summary>What an answer's headers say about how fresh it is (RFC 9111, RFC 9211).</summary>
internal static class VintageHeaders
{
    /// <summary>What every answer depends on.</summary>
    public const string Vary = "token, Authorization";

    public static void Write(IHeaderDictionary headers, Vintage vintage)
    {
        // Whole seconds. Caches take Age off max-age themselves, so that max-age is the whole time and not what remains of it.
        var age = (long)Math.Max(0, vintage.Age.TotalSeconds);
        var maxAge = (long)Math.Max(0, vintage.FreshFor.TotalSeconds);
        headers.CacheControl = maxAge > 0 ? string.Create(CultureInfo.InvariantCulture, $"private, max-age={maxAge}") : "private, no-cache";
        headers.Age = age.ToString(CultureInfo.InvariantCulture);
        headers.Vary = headers.Vary.Count > 0 ? headers.Vary : Vary;
        headers["Cache-Status"] = vintage.Origin switch
        {
            Origin.Hit => string.Create(CultureInfo.InvariantCulture, $"vts; hit; ttl={maxAge - age}"),
            Origin.Stale => string.Create(CultureInfo.InvariantCulture, $"vts; hit; detail=stale; ttl={maxAge - age}"),
            Origin.Outdated => "vts; fwd=stale",
            Origin.Requested => "vts; fwd=request",
            _ => "vts; fwd=miss",
        };
    }
}
