using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Vts.Callers.Rules;

namespace Vts.Callers.Issuers;

/// <summary>
/// Judges the tokens of one issuer: what kind of token it is, then its signature, then its claims, then what is granted. So a
/// reason that speaks of a claim speaks of what the issuer said.
/// </summary>
internal sealed class Issuer(string name, IssuerOptions options, IssuerKeys keys, IReadOnlyList<Grant> grants, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = Jwt.MostLength };

    private readonly TokenClaimRule _rule = new(options, time);
    private readonly HashSet<string> _algorithms = new(options.AllowedAlgorithms, StringComparer.Ordinal);

    /// <summary>Its keys.</summary>
    public IssuerKeys Keys => keys;

    /// <summary>The caller; where there is none, why.</summary>
    /// <exception cref="IssuerUnavailableException">The issuer's keys are not known, so that nobody can say.</exception>
    public async ValueTask<(Caller? Caller, RefusedCredential? Refused)> JudgeAsync(Jwt jwt, CancellationToken cancellationToken)
    {
        if (KindFault(jwt) is { } kind)
        {
            return Refuse(kind);
        }

        var validation = await keys.FindAsync(jwt.Header.Text("kid")!, cancellationToken);
        return validation is null ? Refuse(RefusalReason.UnknownSigningKey)
            : await SignatureFaultAsync(jwt, validation) is { } forged ? Refuse(forged)
            : _rule.Fault(jwt.Payload, out var ends) is { } fault ? Refuse(fault)
            : Grant(jwt.Payload, ends);
    }

    private RefusalReason? KindFault(Jwt jwt) =>
        jwt.Header.Has("crit") ? RefusalReason.Malformed
        : jwt.Header.Text("alg") is not { } algorithm || !_algorithms.Contains(algorithm) ? RefusalReason.WrongSignature
        : !AccessTokenRule.Admits(options.Profile, jwt) ? RefusalReason.NoAccessToken
        : jwt.Header.Text("kid") is null ? RefusalReason.UnknownSigningKey
        : null;

    private static async ValueTask<RefusalReason?> SignatureFaultAsync(Jwt jwt, TokenValidationParameters validation)
    {
        JsonWebToken read;
        try
        {
            read = new JsonWebToken(jwt.Text);
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            return RefusalReason.Malformed;
        }

        var result = await Handler.ValidateTokenAsync(read, validation);
        return result.IsValid ? null : RefusalReason.WrongSignature;
    }

    private (Caller? Caller, RefusedCredential? Refused) Grant(JwtClaims claims, DateTimeOffset ends)
    {
        var caller = CallerName.Of(name, claims.Text("sub")!);
        foreach (var grant in grants)
        {
            if (grant.Fits(claims))
            {
                return (grant.For(caller, ends, options.ScopesFromToken ? Scopes(claims) : Rules.Scopes.All), null);
            }
        }

        return (null, new RefusedCredential(RefusalReason.NoGrant, KeyId: null, caller));
    }

    private Scopes Scopes(JwtClaims claims) => ScopeNames.Parse(claims.Texts("scope").Concat(claims.Texts("scp"))
        .SelectMany(static words => words.Split(' '))
        .Where(word => word.StartsWith(options.ScopePrefix, StringComparison.Ordinal))
        .Select(word => word[options.ScopePrefix.Length..]));

    private static (Caller? Caller, RefusedCredential? Refused) Refuse(RefusalReason reason) => (null, new RefusedCredential(reason, KeyId: null));
}
