using System.Net.Http.Headers;
using Extend.Accounts;
using Microsoft.Extensions.Logging;

namespace Extend.Sessions;

/// <summary>
/// The older door: a session kept in memory. However many requests find it missing or refused, one call obtains the next.
/// A refused sign-in is not tried again, because Extend may lock a login after a few: the refusal is the answer from then on.
/// </summary>
internal sealed partial class SessionAuthorizer(string account, SignIn signIn, TimeProvider time, ILogger<SessionAuthorizer> log) : IAuthorizer
{
    private readonly Lock _gate = new();
    private AccessToken? _token;
    private string? _refreshToken;
    private Task<AccessToken>? _renewal;
    private ExtendException? _refusal;

    public async ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var held = Volatile.Read(ref _token);
        var token = held?.IsUsableAt(time.GetUtcNow()) == true ? held : await Replace(held?.Value).WaitAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
    }

    public async ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken)
    {
        await Replace(refused.Headers.Authorization?.Parameter).WaitAsync(cancellationToken);
        return true;
    }

    private Task<AccessToken> Replace(string? stale)
    {
        lock (_gate)
        {
            if (_token is { } held && held.Value != stale && held.IsUsableAt(time.GetUtcNow()))
            {
                return Task.FromResult(held);
            }

            if (_refusal is { } refusal)
            {
                return Task.FromException<AccessToken>(new ExtendException(refusal.Fault, status: refusal.Status, inner: refusal));
            }

            // Not the first caller's to cancel: the others wait for it too. The transport's time limit bounds it.
            return _renewal ??= Task.Run(() => ObtainAsync(CancellationToken.None));
        }
    }

    private async Task<AccessToken> ObtainAsync(CancellationToken cancellationToken)
    {
        try
        {
            var renewed = _refreshToken is { } refresh ? await signIn.WithRefreshTokenAsync(refresh, cancellationToken) : null;
            var session = renewed ?? await signIn.WithPasswordAsync(cancellationToken);
            var now = time.GetUtcNow();
            var token = new AccessToken(session.Token!, now + TokenLifetime.Read(session.Token!, now));
            lock (_gate)
            {
                _token = token;
                _refreshToken = session.RefreshToken;
            }

            return token;
        }
        catch (ExtendException failure) when (failure.Fault is ExtendFault.SignInRefused or ExtendFault.WebPage or ExtendFault.VersionRefused)
        {
            LogRefused(log, account, failure.Fault);
            lock (_gate)
            {
                _refusal = failure;
            }

            throw;
        }
        finally
        {
            lock (_gate)
            {
                _renewal = null;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error,
        "Extend refused to sign in account {Account} ({Fault}). It is not tried again before a restart: check the login, or use an API key.")]
    private static partial void LogRefused(ILogger log, string account, ExtendFault fault);
}
