using Extend.Connections;
using Extend.Guard;

namespace Extend.Sessions;

/// <summary>
/// Obtains an account's next access token for the whole fleet: whoever takes the lease renews, by refresh token and else by
/// password, and writes it to the store; the others wait there for it.
/// </summary>
internal sealed class SessionRenewal(
    string account, SignIn signIn, ISessionStore store, AccountGuard guard, SessionOptions options, TimeProvider time, ExtendMetrics metrics)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    // Ends before the lease does, so that no two ever renew at once.
    private readonly TimeLimit _withinLease = new(options.Lease * 0.9, time);

    /// <summary>A token that this finds good enough: the fleet's if there is such a one, else a new one.</summary>
    /// <exception cref="ExtendException">Extend gave none, or the guard is closed.</exception>
    public async Task<AccessToken> ObtainAsync(Func<AccessToken, bool> isGood, CancellationToken cancellationToken)
    {
        while (true)
        {
            if ((await store.ReadAsync(account, cancellationToken)).AccessToken is { } kept && isGood(kept))
            {
                return kept;
            }

            await guard.EnsureOpenAsync(cancellationToken);
            var now = time.GetUtcNow();
            if (await store.TryLeaseAsync(account, _owner, now, now + options.Lease, cancellationToken))
            {
                return await RenewAsync(isGood, cancellationToken);
            }

            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    private async Task<AccessToken> RenewAsync(Func<AccessToken, bool> isGood, CancellationToken cancellationToken)
    {
        try
        {
            return await _withinLease.RunAsync(NewUnlessKeptAsync, cancellationToken);
        }
        finally
        {
            await store.ReleaseAsync(account, _owner, cancellationToken);
        }

        async Task<AccessToken> NewUnlessKeptAsync(CancellationToken leased)
        {
            // Another may have renewed between our reading and our lease.
            var kept = await store.ReadAsync(account, leased);
            return kept.AccessToken is { } token && isGood(token) ? token : await NewAsync(kept.RefreshToken, leased);
        }
    }

    private async Task<AccessToken> NewAsync(string? refreshToken, CancellationToken cancellationToken)
    {
        var session = await RefreshAsync(refreshToken, cancellationToken) ?? await SignInAsync(cancellationToken);
        var now = time.GetUtcNow();
        var token = new AccessToken(session.Token!, now, now + TokenLifetime.Read(session.Token!, now));
        await store.WriteAsync(account, token, session.RefreshToken, now + options.KeepFor, cancellationToken);
        return token;
    }

    private async Task<SignInAnswer?> RefreshAsync(string? refreshToken, CancellationToken cancellationToken)
    {
        if (refreshToken is null)
        {
            return null;
        }

        var renewed = await Guarded(signIn.WithRefreshTokenAsync(refreshToken, cancellationToken), cancellationToken);
        metrics.SessionRenewed(account, renewed is not null);
        return renewed;
    }

    private async Task<SignInAnswer> SignInAsync(CancellationToken cancellationToken)
    {
        await guard.TakeSignInAsync(cancellationToken);
        var session = await Guarded(signIn.WithPasswordAsync(cancellationToken), cancellationToken);
        metrics.SignedIn(account, fault: null);
        return session;
    }

    private async Task<T> Guarded<T>(Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call;
        }
        catch (ExtendException failure)
        {
            metrics.SignedIn(account, failure.Fault);
            if (AccountGuard.IsRisk(failure.Fault))
            {
                await guard.CloseAsync(failure.Fault, cancellationToken);
            }

            throw;
        }
    }
}
