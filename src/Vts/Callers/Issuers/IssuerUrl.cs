namespace Vts.Callers.Issuers;

/// <summary>Which URLs of issuers are asked: by TLS, or on this machine.</summary>
internal static class IssuerUrl
{
    /// <summary>Whether this may be an issuer, or a place where one keeps its keys.</summary>
    public static bool IsSafe(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || IsLocal(url))
        && url.UserInfo.Length == 0 && url.Fragment.Length == 0 && url.Query.Length == 0;

    /// <summary>Whether an issuer may keep its keys there: none that is reached by TLS keeps them where there is none.</summary>
    public static bool IsSafeKeys(string? keys, Uri issuer) => IsSafe(keys) && (!IsLocal(new Uri(keys!)) || IsLocal(issuer));

    /// <summary>Where the issuer says where its keys are (OpenID Connect Discovery 1.0, 4).</summary>
    public static Uri Discovery(Uri issuer) => new($"{issuer.OriginalString.TrimEnd('/')}/.well-known/openid-configuration");

    private static bool IsLocal(Uri url) => url.Scheme == Uri.UriSchemeHttp && url.IsLoopback;
}
