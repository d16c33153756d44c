using Extend.Guard;
using Microsoft.Extensions.Logging;

namespace Extend.Sessions;

/// <summary>
/// Renews the sessions in use before they run out, so that no request waits for a sign-in. A hosted service runs it;
/// where nothing runs between requests, a schedule calls <see cref="KeepAsync(CancellationToken)"/>.
/// </summary>
public sealed partial class SessionKeeper
{
    // A token may live for seconds only; looking more often than this would gain nothing.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly List<(string Account, Session Session)> _sessions = [];
    private readonly TimeProvider _time;
    private readonly ILogger<SessionKeeper> _log;
    private TaskCompletionSource _woken = NewWake();

    internal SessionKeeper(TimeProvider time, ILogger<SessionKeeper> log)
    {
        _time = time;
        _log = log;
    }

    /// <summary>Renews what is due; how long until something may be due again.</summary>
    public async Task<TimeSpan> KeepAsync(CancellationToken cancellationToken)
    {
        var waits = await Task.WhenAll(_sessions.Select(entry => KeepAsync(entry.Account, entry.Session, cancellationToken)));
        return waits.Append(Longest).Min();
    }

    /// <summary>Takes what the fleet keeps of each session, so that the first request need not.</summary>
    /// <exception cref="SessionStoreException">The store could not be read.</exception>
    public Task RecallAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_sessions.Select(entry => entry.Session.RecallAsync(cancellationToken)));

    /// <summary>
    /// Tells the store which sessions this process uses, at most once a minute each. For a process that does not keep its
    /// sessions itself: whoever does renews only those in use.
    /// </summary>
    /// <exception cref="SessionStoreException">The store could not be written.</exception>
    public Task MarkUseAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_sessions.Select(entry => entry.Session.MarkUseAsync(cancellationToken)));

    /// <summary>Keeps sessions until cancelled: renews what is due, and looks anew when a session has a new token.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Taken before looking, so that no change meanwhile is missed.
            var woken = Volatile.Read(ref _woken).Task;
            var wait = await KeepAsync(cancellationToken);
            await Task.Delay(Shortest, _time, cancellationToken);
            if (wait > Shortest)
            {
                await WaitAsync(wait - Shortest, woken, cancellationToken);
            }
        }
    }

    internal void Add(string account, Session session) => _sessions.Add((account, session));

    internal void Wake() => Interlocked.Exchange(ref _woken, NewWake()).TrySetResult();

    private async Task WaitAsync(TimeSpan wait, Task woken, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(wait, _time, over.Token), woken);
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);

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
