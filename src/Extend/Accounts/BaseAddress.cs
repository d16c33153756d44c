namespace Extend.Accounts;

/// <summary>Which addresses may be asked for Extend's data.</summary>
internal static class BaseAddress
{
    /// <summary>Extend's current door.</summary>
    public const string Current = "https://apiv2.paywithextend.com";

    /// <summary>Extend's older door.</summary>
    public const string Older = "https://api.paywithextend.com";

    /// <summary>Why the address may not be used; null if it may.</summary>
    public static string? Fault(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return $"is not a web address; give one such as {Current}";
        }

        if (uri.Scheme == "http" && !uri.IsLoopback)
        {
            return "must begin with https:// (http:// is accepted for this machine only)";
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return "must be an address alone, without user, query or fragment";
        }

        return IsVault(uri) ? "is Extend's vault, which gives out full card numbers; it is never called" : null;
    }

    /// <summary>The address as a base that relative paths are added to.</summary>
    public static Uri Parse(string address) => new(address.EndsWith('/') ? address : address + "/", UriKind.Absolute);

    private static bool IsVault(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.');
        return host.EndsWith(".paywithextend.com", StringComparison.OrdinalIgnoreCase)
            && (host.StartsWith("v.", StringComparison.OrdinalIgnoreCase) || host.StartsWith("v-", StringComparison.OrdinalIgnoreCase));
    }
}
