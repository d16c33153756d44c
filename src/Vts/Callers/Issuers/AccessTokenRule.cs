namespace Vts.Callers.Issuers;

/// <summary>What an access token must be. Anything else of the same issuer, an ID token above all, opens nothing, however well it is signed.</summary>
internal static class AccessTokenRule
{
    // What ID tokens alone have (OpenID Connect Core 1.0, 2 and 3.3.2.11).
    private static readonly string[] OfIdTokens = ["nonce", "at_hash", "c_hash", "s_hash"];

    /// <summary>Whether this is an access token of an issuer of this profile.</summary>
    public static bool Admits(IssuerProfile profile, Jwt jwt)
    {
        var claims = jwt.Payload;
        return !Array.Exists(OfIdTokens, claims.Has) && claims.Text("token_use") is not "id" && claims.Text("sub") is { Length: > 0 } && profile switch
        {
            IssuerProfile.Rfc9068 => IsAccessTokenType(jwt.Header.Text("typ")),
            IssuerProfile.Cognito => IsPlain(jwt.Header) && claims.Text("token_use") is "access",
            IssuerProfile.Entra => IsPlain(jwt.Header) && claims.Text("ver") is "1.0" or "2.0"
                && (claims.Text("azp") ?? claims.Text("appid")) is { Length: > 0 } && (claims.IsTexts("scp") || claims.IsTexts("roles")),
            IssuerProfile.Okta => IsPlain(jwt.Header) && claims.Text("cid") is { Length: > 0 } && claims.IsTexts("scp"),
            _ => false,
        };
    }

    /// <summary>Whom a token is for, where its profile does not say it in <c>aud</c>.</summary>
    public static string AudienceClaim(IssuerProfile profile) => profile is IssuerProfile.Cognito ? "client_id" : "aud";

    private static bool IsAccessTokenType(string? type) =>
        string.Equals(type, "at+jwt", StringComparison.OrdinalIgnoreCase) || string.Equals(type, "application/at+jwt", StringComparison.OrdinalIgnoreCase);

    // Not one that names another kind of token, as logout+jwt.
    private static bool IsPlain(JwtClaims header) =>
        !header.Has("typ") || header.Text("typ") is { } type && (string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase) || IsAccessTokenType(type));
}
