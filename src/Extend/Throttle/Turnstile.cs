namespace Extend.Throttle;

/// <summary>Where an account's reads wait for their turn; it refuses those that would wait in vain.</summary>
internal sealed class Turnstile : IDisposable
{
    private const int MostWaiting = 10_000;

    private readonly AccountLimits _limits;
    private readonly TimeProvider _time;
    private readonly ThrottleMetrics _metrics;
    private readonly ShareQueue _queue = new(MostWaiting);
    private readonly Lock _lock = new();
    private readonly ITimer _timer;

    public Turnstile(AccountLimits limits, TimeProvider time, ThrottleMetrics metrics)
    {
        _limits = limits;
        _time = time;
        _metrics = metrics;
        _timer = time.CreateTimer(_ => OnTime(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Joins the queue, or passes at once if nothing is in the way: then the read's task is already complete.</summary>
    /// <exception cref="ExtendException">The turn would come too late.</exception>
    public WaitingRead Enter(string share, TimeSpan deadline)
    {
        lock (_lock)
        {
            if (_limits.Hopeless(_queue.Ahead(share) + 1, deadline) is { } wait)
            {
                throw Refusal(wait, wait.For.Name);
            }

            var read = _queue.Add(share, _time.Elapsed, deadline);
            _metrics.Waiting(1);
            if (_queue.TakeExcess() is { } excess)
            {
                Refuse(excess, _limits.Before(_queue.Count), "queue");
            }

            MoveOn();
            return read;
        }
    }

    /// <summary>Leaves the queue, if the read still waits: its caller no longer does, or its deadline has come.</summary>
    public void GiveUp(WaitingRead read, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_queue.Remove(read))
            {
                return;
            }

            if (_time.Elapsed >= read.Deadline)
            {
                // The reckoning was wrong. Extend was not slow: it was not asked.
                Refuse(read, _limits.Before(_queue.Ahead(read.Share.Name) + 1), "deadline");
            }
            else
            {
                _metrics.Waiting(-1);
                read.TrySetCanceled(cancellationToken);
            }
        }
    }

    /// <summary>Gives the place back.</summary>
    /// <param name="place">The place.</param>
    /// <param name="outcome">How the call ended; null if it was given up, which tells nothing of Extend.</param>
    public void Leave(Place place, CallOutcome? outcome)
    {
        lock (_lock)
        {
            _metrics.Ended();
            _limits.End(place, outcome);
            MoveOn();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void OnTime()
    {
        lock (_lock)
        {
            MoveOn();
        }
    }

    private void MoveOn()
    {
        while (_queue.Count > 0 && _limits.Before(1).Length <= TimeSpan.Zero)
        {
            var read = _queue.TakeNext();
            _metrics.Waiting(-1);
            _metrics.Began(_time.Elapsed - read.Arrived);
            read.TrySetResult(_limits.Begin());
        }

        if (_limits.IsClosed)
        {
            RefuseHopeless();
        }

        if (_queue.Count == 0)
        {
            _limits.Settle();
        }
        else if (!_limits.AwaitEnd)
        {
            // Timers count whole milliseconds; a fraction too early would only be a turn in vain.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(_limits.Before(1).Length.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    private void RefuseHopeless()
    {
        foreach (var read in _queue.Reads.ToArray())
        {
            if (_limits.Hopeless(1, read.Deadline) is { } wait)
            {
                _queue.Remove(read);
                Refuse(read, wait, wait.For.Name);
            }
        }
    }

    private void Refuse(WaitingRead read, Wait wait, string reason)
    {
        _metrics.Waiting(-1);
        read.TrySetException(Refusal(wait, reason));
    }

    private ExtendException Refusal(Wait wait, string reason)
    {
        _metrics.Refused(reason);
        return ExtendException.Refused(wait.For.Fault, wait.Length);
    }
}
