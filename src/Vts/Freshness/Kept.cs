namespace Vts.Freshness;

/// <summary>An answer of Extend, and when it was asked for.</summary>
internal sealed class Kept<T>(T value, DateTimeOffset askedAt)
    where T : class
{
    private const int Often = 3;
    private const double DueAt = 0.8;

    private int _reads;
    private int _isRefreshed;

    public T Value => value;

    public DateTimeOffset AskedAt => askedAt;

    /// <summary>A part of this answer, as old as the whole; null if it has no such part.</summary>
    public Kept<TPart>? Select<TPart>(Func<T, TPart?> part)
        where TPart : class => part(value) is { } found ? new(found, askedAt) : null;

    /// <summary>
    /// Counts one read; true for the one read that should have the answer refreshed ahead: it is read often and soon no longer fresh.
    /// </summary>
    public bool CountRead(TimeSpan age, TimeSpan freshFor)
    {
        var isOften = _reads >= Often || Interlocked.Increment(ref _reads) >= Often;
        return isOften && age >= freshFor * DueAt && Interlocked.Exchange(ref _isRefreshed, 1) == 0;
    }
}
