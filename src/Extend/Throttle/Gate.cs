namespace Extend.Throttle;

/// <summary>
/// The account's gate. Extend closes it for a while with a 429, or a 503 that says how long; an outage closes it too.
/// When the while is over, one call at a time, and one a second at most, goes as a probe; the first that Extend answers opens it.
/// </summary>
internal sealed class Gate(Random random, TimeProvider time, ThrottleMetrics metrics) : ILimit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // A longer Retry-After is a slip, or may change meanwhile: a probe asks again.
    private static readonly TimeSpan LongestBelieved = TimeSpan.FromMinutes(10);

    private readonly Backoff _throttled = new(Second, TimeSpan.FromSeconds(30), random);
    private readonly Backoff _outage = new(Second, TimeSpan.FromSeconds(5), random);
    private readonly Health _health = new(time);
    private ExtendFault? _closedBy;
    private TimeSpan _until;
    private bool _isProbed;

    public string Name => IsOutage ? "outage" : "gate";

    public ExtendFault Fault => _closedBy ?? ExtendFault.Throttled;

    public bool IsOpen => _closedBy is null;

    /// <summary>Whether it is closed because Extend is ill: then no read waits for it.</summary>
    public bool IsOutage { get; private set; }

    public TimeSpan Before(int nth)
    {
        if (IsOpen)
        {
            return TimeSpan.Zero;
        }

        var wait = _until - time.Elapsed;
        return wait <= TimeSpan.Zero && (_isProbed || nth > 1) ? Second : wait;
    }

    public void Begin()
    {
        if (!IsOpen)
        {
            _isProbed = true;
            _until = time.Elapsed + Second;
        }
    }

    /// <summary>Learns from a call's end; from one that was given up, only that it is over.</summary>
    public void End(Place place, CallOutcome? outcome)
    {
        _isProbed &= !place.IsProbe;
        if (outcome is { } known)
        {
            Judge(known, place.IsProbe && !IsOpen);
        }
    }

    private void Judge(CallOutcome outcome, bool isProbe)
    {
        var asked = outcome.RetryAfter > TimeSpan.Zero ? TimeSpan.Min(outcome.RetryAfter.Value, LongestBelieved) : default(TimeSpan?);
        if (outcome.Fault is ExtendFault.Throttled || (outcome.Fault is ExtendFault.Unavailable && asked is not null))
        {
            IsOutage |= isProbe && outcome.IsIll;
            Close(outcome.Fault.Value, asked, isProbe);
        }
        else if (isProbe && !outcome.IsIll)
        {
            Open();
        }
        else if (isProbe || (IsOpen && IsIllAfter(outcome)))
        {
            IsOutage = true;
            Close(outcome.Fault!.Value, asked: null, isProbe);
        }
    }

    private bool IsIllAfter(CallOutcome outcome)
    {
        _health.Note(outcome.IsIll);
        return outcome.IsIll && _health.IsIll;
    }

    private void Close(ExtendFault fault, TimeSpan? asked, bool isProbe)
    {
        // Calls that were under way when it closed tell nothing new, unless it is how long.
        if (IsOpen || isProbe || asked is not null)
        {
            var now = time.Elapsed;
            var pause = asked ?? (IsOutage ? _outage : _throttled).Next(now);
            _until = isProbe ? now + pause : TimeSpan.Max(_until, now + pause);
            _closedBy = fault;
            metrics.GateClosed(fault, IsOutage);
        }
    }

    private void Open()
    {
        _closedBy = null;
        IsOutage = false;
        _health.Forget();
        metrics.GateOpened();
    }
}
