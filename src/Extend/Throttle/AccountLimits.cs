namespace Extend.Throttle;

/// <summary>All that bounds an account's calls, and what they learn from each call. Not for several threads at once.</summary>
internal sealed class AccountLimits
{
    private readonly Places _places;
    private readonly Gate _gate;
    private readonly Remainder _remainder;
    private readonly NormalRate _normal;
    private readonly Ramp _ramp;
    private readonly ILimit[] _all;
    private readonly TimeProvider _time;

    public AccountLimits(int concurrency, int requestsPerMinute, Random random, TimeProvider time, ThrottleMetrics metrics)
    {
        _time = time;
        _places = new Places(concurrency);
        _gate = new Gate(random, time, metrics);
        _remainder = new Remainder(concurrency, time);
        _normal = new NormalRate(time);
        _ramp = new Ramp(_normal, time);
        ILimit[] always = [_places, _gate, _remainder, _ramp];
        _all = requestsPerMinute > 0 ? [.. always, new MinuteRate(requestsPerMinute, time)] : always;
    }

    /// <summary>Whether only a call's end can let the next one begin.</summary>
    public bool AwaitEnd => _places.AreTaken;

    public bool IsClosed => !_gate.IsOpen;

    public Wait Before(int nth)
    {
        var longest = new Wait(_places.Before(nth), _places);
        foreach (var limit in _all)
        {
            var wait = limit.Before(nth);
            longest = wait > longest.Length ? new Wait(wait, limit) : longest;
        }

        return longest;
    }

    /// <summary>The wait that makes it no use for the n-th next read to wait; null if it can be done before its deadline.</summary>
    public Wait? Hopeless(int nth, TimeSpan deadline)
    {
        if (_gate.IsOutage && _gate.Before(1) is { Ticks: > 0 } closed)
        {
            return new Wait(closed, _gate);
        }

        var wait = Before(nth);
        return wait.Length > TimeSpan.Zero && _time.Elapsed + wait.Length + _places.UsualCall > deadline ? wait : null;
    }

    public Place Begin()
    {
        foreach (var limit in _all)
        {
            limit.Begin();
        }

        return new Place(_time.Elapsed, IsProbe: !_gate.IsOpen);
    }

    /// <summary>Learns from a call's end; null if it was given up by its caller, which tells nothing of Extend.</summary>
    public void End(Place place, CallOutcome? outcome)
    {
        _places.End(_time.Elapsed - place.Began);
        if (outcome?.Remaining is { } remaining)
        {
            _remainder.Learn(remaining);
        }

        if (outcome is { Fault: null } && _gate.IsOpen && _ramp.IsOver)
        {
            _normal.Count();
        }

        var wasOutage = _gate.IsOutage;
        _gate.End(place, outcome);
        if (wasOutage && _gate.IsOpen)
        {
            _ramp.Start();
        }
    }

    /// <summary>Takes note that nothing waits.</summary>
    public void Settle() => _ramp.Settle();
}
