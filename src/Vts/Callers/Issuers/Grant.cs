using Vts.Callers.Rules;

namespace Vts.Callers.Issuers;

/// <summary>What whoever has a claim of this value may read.</summary>
/// <param name="claim">The claim's name.</param>
/// <param name="value">Its value.</param>
/// <param name="rights">A caller of any name with those rights.</param>
internal sealed class Grant(string claim, string value, Caller rights)
{
    // Claims that are words with spaces between them (RFC 6749, 3.3).
    private readonly bool _isWords = claim is "scope" or "scp";

    public bool Fits(JwtClaims claims) => claims.Texts(claim).Any(text =>
        text == value || (_isWords && text.Split(' ').Contains(value, StringComparer.Ordinal)));

    /// <summary>The caller of this name until that time.</summary>
    /// <param name="name">The caller's name.</param>
    /// <param name="ends">When its token ends.</param>
    /// <param name="scopes">The most that it may read, whatever the grant says.</param>
    public Caller For(string name, DateTimeOffset ends, Scopes scopes) => rights with { Name = name, Ends = ends, Scopes = rights.Scopes & scopes };
}
