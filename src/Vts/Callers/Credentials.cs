using Vts.Callers.Issuers;
using Vts.Callers.Keys;

namespace Vts.Callers;

/// <summary>
/// Whom a token stands for: one of the configuration, an issuer's, or a stored key. A token that opens nothing takes the same work whatever is
/// wrong with it, unless it has the form of a JWT.
/// </summary>
internal sealed class Credentials(KnownCallers known, TimeProvider time, KeyRing? keys = null, KeyUses? uses = null, TrustedIssuers? issuers = null)
{
    // Without a key store there is still something to look into, so that there is one way through.
    private static readonly CredentialIndex None = new([]);

    /// <summary>The caller; where there is none, why.</summary>
    /// <exception cref="KeyStoreException">The key store has never been read, so that nobody can say.</exception>
    /// <exception cref="IssuerUnavailableException">The keys of the token's issuer are not known, so that nobody can say.</exception>
    public ValueTask<(Caller? Caller, RefusedCredential? Refused)> JudgeAsync(string token, CancellationToken cancellationToken)
    {
        var hash = TokenHash.Of(token);
        if (known.Find(hash) is { } caller)
        {
            return new((caller, null));
        }

        if (issuers is not null && Jwt.IsForm(token))
        {
            return issuers.JudgeAsync(token, cancellationToken);
        }

        var stored = keys?.ReadAsync(cancellationToken) ?? new(None);
        return stored.IsCompletedSuccessfully ? new(Judge(hash, stored.Result)) : WaitAsync();

        async ValueTask<(Caller? Caller, RefusedCredential? Refused)> WaitAsync() => Judge(hash, await stored);
    }

    private (Caller? Caller, RefusedCredential? Refused) Judge(TokenHash hash, CredentialIndex stored)
    {
        var isKnown = stored.TryFind(hash, out var credential);
        var (state, id) = (credential.StateAt(time.GetUtcNow()), credential.Key!.Id);
        var reason = Reason(state);
        if (!isKnown || state is not KeyState.Live)
        {
            return (null, isKnown ? new RefusedCredential(reason, id) : new RefusedCredential(RefusalReason.Unknown, KeyId: null));
        }

        uses?.Note(id);
        return (credential.Caller, null);
    }

    private static RefusalReason Reason(KeyState state) => state switch
    {
        KeyState.NotYetValid => RefusalReason.NotYetValid,
        KeyState.Expired => RefusalReason.Expired,
        _ => RefusalReason.Revoked,
    };
}
