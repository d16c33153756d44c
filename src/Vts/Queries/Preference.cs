using Microsoft.AspNetCore.Http;

namespace Vts.Queries;

/// <summary>What a request prefers (RFC 7240).</summary>
/// <param name="IsLenient"><c>handling=lenient</c>: an answer without what could not be read will do.</param>
internal sealed record Preference(bool IsLenient)
{
    /// <summary>What this request prefers, for a handler's parameter. Of a preference that is there twice the first counts; others are ignored.</summary>
    public static ValueTask<Preference?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var handling = context.Request.Headers["Prefer"]
            .SelectMany(line => (line ?? "").Split(','))
            .Select(preference => preference.Split(';')[0].Split('='))
            .FirstOrDefault(preference => preference is [var name, _] && name.Trim().Equals("handling", StringComparison.OrdinalIgnoreCase));
        return new(new Preference(handling?[1].Trim().Trim('"') == "lenient"));
    }
}
