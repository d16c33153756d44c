using Extend;
using Extend.Accounts;
using Extend.Guard;
using Extend.Sessions;
using Vts.Callers.Issuers;
using Vts.Callers.Keys;
using Vts.Errors;

namespace Vts.Server.Health;

/// <summary>Whether Extend answers every account, and the keys of callers and issuers are known. However often it is asked, Extend is asked at most once in ten seconds.</summary>
internal sealed class Readiness(ExtendAccounts accounts, ISessionStore sessions, IGuardStore guard, TimeProvider time, KeyRing? keys = null, TrustedIssuers? issuers = null)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Task<HealthAnswer>? _latest;
    private DateTimeOffset _askedAt;

    /// <summary>The latest answer of Extend, or a new one if that is older than ten seconds, and how the keys and the issuers stand now.</summary>
    public async Task<HealthAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await IssuersAsync(await LatestAsync(cancellationToken), cancellationToken);
        return await KeysAsync(cancellationToken) switch
        {
            null => answer,
            KeyRingState.Ready => answer with { KeyStore = "ready" },
            KeyRingState.Stale => answer with { KeyStore = "stale" },
            _ => answer with { KeyStore = "away", Status = "unready" },
        };
    }

    private async Task<HealthAnswer> IssuersAsync(HealthAnswer answer, CancellationToken cancellationToken)
    {
        if (issuers is null)
        {
            return answer;
        }

        await issuers.RefreshAsync(cancellationToken);
        var states = issuers.States;
        return answer with
        {
            Status = states.Any(state => state.Standing is IssuerStanding.Away) ? "unready" : answer.Status,
            Issuers = states.ToDictionary(
                state => state.Name, state => new IssuerHealth(Word(state.Standing), (long?)state.KeysAge?.TotalSeconds), StringComparer.OrdinalIgnoreCase),
        };
    }

    private static string Word(IssuerStanding standing) => standing switch
    {
        IssuerStanding.Ready => "ready",
        IssuerStanding.Stale => "stale",
        _ => "away",
    };

    private async Task<KeyRingState?> KeysAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (keys?.RefreshAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (KeyStoreException)
        {
            // Told by the state.
        }

        return keys?.State;
    }

    private Task<HealthAnswer> LatestAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_latest is null || (_latest.IsCompleted && now - _askedAt >= Kept))
            {
                _askedAt = now;

                // Shared by all who wait, so none of them may cancel it; each read has its own time limit.
                _latest = Task.Run(() => ProbeAsync(CancellationToken.None), CancellationToken.None);
            }

            return _latest.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthAnswer> ProbeAsync(CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(accounts.Clients.Select(async client => (client.Account, Health: await ProbeAsync(client, cancellationToken))));
        return new HealthAnswer(
            states.All(state => state.Health.Status == "ready") ? "ready" : "unready",
            states.ToDictionary(state => state.Account, state => state.Health, StringComparer.Ordinal),
            sessions is SteadySessionStore shared ? shared.IsAway ? "away" : "ready" : null);
    }

    private async Task<AccountHealth> ProbeAsync(ExtendClient client, CancellationToken cancellationToken) => new(
        await StatusAsync(client, cancellationToken),
        client.Door is Door.Older ? await GuardAsync(client.Account, cancellationToken) : null,
        client.ApiKeyExpires is { } expires ? ApiKeyExpiry.DaysLeft(expires, time.GetUtcNow()) : null);

    private static async Task<string> StatusAsync(ExtendClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.ProbeAsync(new Asking("readiness"), cancellationToken);
            return "ready";
        }
        catch (ExtendException failure)
        {
            return ExtendProblems.Of(failure).Code;
        }
    }

    private async Task<string> GuardAsync(string account, CancellationToken cancellationToken)
    {
        try
        {
            return (await guard.ReadAsync(account, cancellationToken)).ClosedBy is { } reason ? ExtendProblems.Of(reason).Code : "open";
        }
        catch (SessionStoreException)
        {
            return "unknown";
        }
    }
}
