using Extend.Connections;
using Extend.Sessions;
using Microsoft.Extensions.Logging;

namespace Extend.Guard;

/// <summary>
/// Stands before one account's sign-in, for all processes together: few sign-ins an hour, and none after the first sign of
/// risk until an operator opens it again. While the store is away it goes by what it last knew.
/// </summary>
internal sealed partial class AccountGuard(
    string account, IGuardStore store, SessionOptions options, TimeProvider time, ExtendMetrics metrics, ILogger<AccountGuard> log)
{
    private const int MostTries = 20;
    private volatile GuardState _lastKnown = GuardState.Initial;

    /// <summary>Whether the fault is a sign that trying again could harm the login.</summary>
    public static bool IsRisk(ExtendFault fault) => fault
        is ExtendFault.SignInRefused or ExtendFault.SignInChallenged or ExtendFault.SignInForbidden or ExtendFault.SignInNeedsCode
        or ExtendFault.AccountLocked or ExtendFault.SignInVersionRefused;

    /// <summary>Fails if sign-in is closed.</summary>
    /// <exception cref="ExtendException">It is; the fault says why.</exception>
    public async Task EnsureOpenAsync(CancellationToken cancellationToken)
    {
        if ((await ReadAsync(cancellationToken)).ClosedBy is { } reason)
        {
            throw new ExtendException(reason);
        }
    }

    /// <summary>Takes one sign-in from the hour's budget.</summary>
    /// <exception cref="ExtendException">Sign-in is closed, or the budget is spent.</exception>
    public async Task TakeSignInAsync(CancellationToken cancellationToken) => await ChangeAsync(
        state =>
        {
            var now = time.GetUtcNow();
            if (state.ClosedBy is { } reason)
            {
                throw new ExtendException(reason);
            }

            var next = state.SignedIn(now);
            return next.SignIns.Count > options.SignInsPerHour
                ? throw new ExtendException(ExtendFault.SignInsSpent, next.SignIns[0] + TimeSpan.FromHours(1) - now)
                : next;
        },
        cancellationToken);

    /// <summary>Closes sign-in for every process until an operator opens it.</summary>
    public async Task CloseAsync(ExtendFault reason, CancellationToken cancellationToken)
    {
        LogClosed(log, account, reason);
        await ChangeAsync(state => state.Closed(reason, time.GetUtcNow()), cancellationToken);
    }

    private async Task ChangeAsync(Func<GuardState, GuardState> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var next = change(await ReadAsync(cancellationToken));
            try
            {
                if (await store.TryWriteAsync(account, next, cancellationToken))
                {
                    Know(next);
                    return;
                }
            }
            catch (SessionStoreException away)
            {
                LogStoreAway(log, account, away.Message);
                Know(next);
                return;
            }
        }

        throw new ExtendException(ExtendFault.SignInsSpent, TimeSpan.FromSeconds(10));
    }

    private async Task<GuardState> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Know(await store.ReadAsync(account, cancellationToken));
        }
        catch (SessionStoreException away)
        {
            LogStoreAway(log, account, away.Message);
        }

        return _lastKnown;
    }

    private void Know(GuardState state)
    {
        _lastKnown = state;
        metrics.GuardIs(account, state.ClosedBy);
    }

    [LoggerMessage(1, LogLevel.Error,
        "Sign-in of account {Account} is closed ({Reason}). Check the login, or use an API key, then open it.")]
    private static partial void LogClosed(ILogger log, string account, ExtendFault reason);

    [LoggerMessage(2, LogLevel.Warning, "The guard of account {Account} goes by what it last knew: {Fault}")]
    private static partial void LogStoreAway(ILogger log, string account, string fault);
}
