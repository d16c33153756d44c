namespace Vts.Callers;

/// <summary>
/// Brings up to date, on use, what a process knows of something outside it: one refresh at a time for all who ask, and none sooner than
/// a pause after the last began.
/// </summary>
internal sealed class Refreshing
{
    private readonly Lock _gate = new();
    private Task _underWay = Task.CompletedTask;

    /// <summary>When the last one began; null if none has.</summary>
    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>Whether a moment is less than so long ago. A clock that was put back makes what is known old, not new.</summary>
    public static bool IsWithin(TimeSpan span, DateTimeOffset? since, DateTimeOffset now) => now >= since && now - since < span;

    /// <summary>Begins one, unless one is under way or the pause is not over; the one that is under way, or was last.</summary>
    public Task Begin(TimeSpan pause, DateTimeOffset now, Func<Task> refreshAsync)
    {
        lock (_gate)
        {
            if (_underWay.IsCompleted && !IsWithin(pause, TriedAt, now))
            {
                TriedAt = now;

                // For all who ask, so in nobody's context and with nobody's cancellation.
                using (ExecutionContext.SuppressFlow())
                {
                    _underWay = Task.Run(refreshAsync, CancellationToken.None);
                }
            }

            return _underWay;
        }
    }

    /// <summary>Waits for the one that is under way.</summary>
    public Task SettleAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _underWay.WaitAsync(cancellationToken);
        }
    }
}
