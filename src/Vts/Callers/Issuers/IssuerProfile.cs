namespace Vts.Callers.Issuers;

/// <summary>How an issuer's access tokens are told from its other tokens.</summary>
public enum IssuerProfile
{
    /// <summary>By their type, <c>at+jwt</c> (RFC 9068).</summary>
    Rfc9068,

    /// <summary>Amazon Cognito: <c>token_use</c> is <c>access</c>, and <c>client_id</c> is the audience.</summary>
    Cognito,

    /// <summary>Microsoft Entra: there is a <c>ver</c>, an <c>azp</c> or <c>appid</c>, and a <c>scp</c> or <c>roles</c>.</summary>
    Entra,

    /// <summary>Okta's custom authorization servers: there is a <c>cid</c> and a <c>scp</c>.</summary>
    Okta,
}
