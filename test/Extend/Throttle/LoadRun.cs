using Extend.Throttle;

namespace Extend.Tests.Throttle;

/// <summary>
/// Callers who ask an Extend of fifty milliseconds, which may be ill, millisecond by millisecond. A call that fails is tried
/// again twice while the budget lasts, as a read is; what is refused is not asked again, unless by <see cref="Callers"/>.
/// </summary>
internal sealed class LoadRun(ThrottleWorld world)
{
    private readonly PriorityQueue<Action, long> _events = new();
    private readonly RetryBudget _retries = new(free: 2, world.Clock, world.Metrics);
    private long _now;

    /// <summary>When calls began, in milliseconds.</summary>
    public List<long> Calls { get; } = [];

    public List<ExtendException> Refusals { get; } = [];

    public bool IsIll { get; set; }

    public int CallsBetween(double from, double to) => Calls.Count(at => at >= from * 1000 && at < to * 1000);

    /// <summary>The most calls in any one second that begins in this time.</summary>
    public int Peak(double from, double to)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < Calls.Count && Calls[last] < to * 1000; last++)
        {
            for (; Calls[first] < from * 1000 || Calls[first] <= Calls[last] - 1000; first++)
            {
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    /// <summary>Reads that come evenly, whatever becomes of those before.</summary>
    public void Arrivals(double perSecond, double until)
    {
        for (var i = 0; i < perSecond * until; i++)
        {
            At((long)(i * 1000 / perSecond), () => Read(1, ended: () => { }));
        }
    }

    /// <summary>Callers who ask again as soon as they have their answer, and when refused, after the time they are told.</summary>
    public void Callers(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Again();
        }

        void Again() => Read(1, ended: () => At(_now + 1, Again), refused: wait => At(_now + (long)Math.Ceiling(wait.TotalSeconds) * 1000, Again));
    }

    public void Until(double seconds)
    {
        for (; _now < seconds * 1000; _now++, world.Advance(0.001))
        {
            while (_events.TryPeek(out var next, out var at) && at <= _now)
            {
                _events.Dequeue();
                next();
            }
        }
    }

    private void At(long milliseconds, Action what) => _events.Enqueue(what, milliseconds);

    private void Read(int attempt, Action ended, Action<TimeSpan>? refused = null)
    {
        if (attempt == 1)
        {
            _retries.CountRead();
        }

        try
        {
            Await(world.Enter());
        }
        catch (ExtendException refusal)
        {
            Refuse(refusal);
        }

        void Await(WaitingRead read)
        {
            if (read.Task.IsCompletedSuccessfully)
            {
                Calls.Add(_now);
                At(_now + (IsIll ? 5 : 50), () => End(read, IsIll));
            }
            else if (read.Task.Exception?.InnerException is ExtendException refusal)
            {
                Refuse(refusal);
            }
            else
            {
                At(_now + 1, () => Await(read));
            }
        }

        void End(WaitingRead read, bool isIll)
        {
            world.Leave(read, isIll ? ThrottleWorld.Ill : ThrottleWorld.Well);
            if (isIll && attempt <= 2 && _retries.TryTake())
            {
                At(_now + 200, () => Read(attempt + 1, ended, refused));
            }
            else
            {
                ended();
            }
        }

        void Refuse(ExtendException refusal)
        {
            Refusals.Add(refusal);
            (refused ?? (_ => ended()))(refusal.RetryAfter!.Value);
        }
    }
}
