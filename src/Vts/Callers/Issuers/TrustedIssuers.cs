using Extend;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vts.Callers.Issuers;

/// <summary>The issuers whose tokens are accepted. A token's own word chooses among them, and never leads anywhere else.</summary>
public sealed class TrustedIssuers
{
    private readonly Dictionary<string, Issuer> _issuers = new(StringComparer.Ordinal);

    /// <summary>Takes the validated configuration.</summary>
    internal TrustedIssuers(
        IOptions<IssuersOptions> options, IOptions<ExtendOptions> extend, IssuerDiscovery discovery, TimeProvider time, ILogger<IssuerKeys> log)
    {
        foreach (var (name, issuer) in options.Value.Issuers)
        {
            var grants = issuer.Grants.Select(grant => new Grant(
                grant.Claim!, grant.Value!, grant.ToCaller(name, grant.Account ?? extend.Value.Accounts.Keys.Single())));
            _issuers.Add(issuer.Authority!, new Issuer(name, issuer, new IssuerKeys(name, issuer, discovery, time, log), [.. grants], time));
        }
    }

    /// <summary>How each issuer stands.</summary>
    public IReadOnlyList<IssuerState> States => [.. _issuers.Values.Select(issuer => issuer.Keys.State)];

    /// <summary>Fetches the keys of each issuer whose keys are due. Never fails.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => Task.WhenAll(_issuers.Values.Select(issuer => issuer.Keys.RefreshAsync(cancellationToken)));

    /// <summary>Waits for fetches that are under way. Never fails.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => Task.WhenAll(_issuers.Values.Select(issuer => issuer.Keys.SettleAsync(cancellationToken)));

    /// <summary>The caller whose token this is; where there is none, why.</summary>
    /// <exception cref="IssuerUnavailableException">The issuer's keys are not known, so that nobody can say.</exception>
    internal ValueTask<(Caller? Caller, RefusedCredential? Refused)> JudgeAsync(string token, CancellationToken cancellationToken)
    {
        if (Jwt.Read(token) is not { } jwt)
        {
            return new((null, new RefusedCredential(RefusalReason.Malformed, KeyId: null)));
        }

        return jwt.Payload.Text("iss") is { } name && _issuers.TryGetValue(name, out var issuer)
            ? issuer.JudgeAsync(jwt, cancellationToken)
            : new((null, new RefusedCredential(RefusalReason.UnknownIssuer, KeyId: null)));
    }
}
