using Microsoft.AspNetCore.Http;
using Vts.Freshness;
using Vts.Transactions;

namespace Vts.Forms;

/// <summary>What a list's headers say beside how fresh it is.</summary>
internal static class ListHeaders
{
    /// <summary>Says what the list depends on, and which cards were answered for if that is known.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="coverage">Which cards were answered for; null for a list that is not made of several cards.</param>
    /// <param name="isKnown">Whether all cards have been asked.</param>
    public static void Write(IHeaderDictionary headers, Coverage? coverage, bool isKnown)
    {
        headers.Vary = coverage is null ? $"Accept, {VintageHeaders.Vary}" : $"Accept, Prefer, {VintageHeaders.Vary}";
        if (coverage is { IsLenient: true })
        {
            headers["Preference-Applied"] = "handling=lenient";
            if (isKnown)
            {
                headers["coverage"] = coverage.ToString();
            }
        }
    }
}
