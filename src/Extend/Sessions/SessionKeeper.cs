using Extend.Guard;
using Microsoft.Extensions.Logging;

namespace Extend.Sessions;

/// <summary>
/// Renews the sessions in use before they run out, so that no request waits for a sign-in. A hosted service calls it in a
/// loop; where nothing runs between requests, a schedule calls it.
/// </summary>
public sealed partial class SessionKeeper
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly (string Account, Session Session)[] _sessions;
    private readonly ILogger<SessionKeeper> _log;

    internal SessionKeeper(IEnumerable<(string Account, Session Session)> sessions, ILogger<SessionKeeper> log)
    {
        _sessions = [.. sessions];
        _log = log;
    }

    /// <summary>Renews what is due; how long until something may be due again.</summary>
    public async Task<TimeSpan> KeepAsync(CancellationToken cancellationToken)
    {
        var waits = await Task.WhenAll(_sessions.Select(entry => KeepAsync(entry.Account, entry.Session, cancellationToken)));
        return waits.Append(Longest).Min();
    }

    private async Task<TimeSpan> KeepAsync(string account, Session session, CancellationToken cancellationToken)
    {
        try
        {
            return await session.KeepAsync(cancellationToken);
        }
        catch (ExtendException closed) when (AccountGuard.IsRisk(closed.Fault))
        {
            // Told when it was closed; an operator's turn.
            return Longest;
        }
        catch (Exception failure) when (failure is ExtendException or SessionStoreException)
        {
            LogFailed(_log, account, failure.Message);
            return AfterFailure;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The session of account {Account} was not renewed ahead of time: {Fault}")]
    private static partial void LogFailed(ILogger log, string account, string fault);
}
