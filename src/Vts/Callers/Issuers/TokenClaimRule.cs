namespace Vts.Callers.Issuers;

/// <summary>Whether a token that its issuer signed is for us, and for now.</summary>
internal sealed class TokenClaimRule(IssuerOptions issuer, TimeProvider time)
{
    private readonly HashSet<string> _audiences = new(issuer.Audiences, StringComparer.Ordinal);
    private readonly string _audience = AccessTokenRule.AudienceClaim(issuer.Profile);
    private readonly TimeSpan _skew = TimeSpan.FromSeconds(issuer.ClockSkewSeconds);

    /// <summary>Why it does not serve; null where it does.</summary>
    /// <param name="claims">Its payload.</param>
    /// <param name="ends">When it ends.</param>
    public RefusalReason? Fault(JwtClaims claims, out DateTimeOffset ends)
    {
        var end = claims.Time("exp", out var isEnd);
        var start = claims.Time("nbf", out var isStart);
        var issued = claims.Time("iat", out var isIssued);
        ends = end ?? default;
        var now = time.GetUtcNow();
        return end is null || !isEnd || !isStart || !isIssued ? RefusalReason.Malformed
            : now - _skew >= end ? RefusalReason.Expired
            : now + _skew < start || now + _skew < issued ? RefusalReason.NotYetValid
            : !claims.IsTexts(_audience) || !claims.Texts(_audience).Any(_audiences.Contains) ? RefusalReason.WrongAudience
            : null;
    }
}
