using System.Diagnostics.Metrics;
using Extend;
using Microsoft.Extensions.Options;

namespace Vts.Freshness;

/// <summary>
/// Reads at Extend, answered from memory where what is kept is as fresh as the caller wants it. What is kept is an account's,
/// before any caller's rule.
/// </summary>
public sealed class KeptReads
{
    private readonly FreshnessOptions _options;
    private readonly TimeProvider _time;
    private readonly Shelf _shelf;
    private readonly Flights _flights = new();
    private readonly FreshnessMetrics _metrics;

    /// <summary>Keeps nothing yet.</summary>
    public KeptReads(IOptions<FreshnessOptions> options, TimeProvider time, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _time = time;
        _shelf = new Shelf(_options.MaxBytes);
        _metrics = new FreshnessMetrics(meters, () => _shelf.Bytes);
    }

    /// <summary>What is kept under the key, whatever its age; null if nothing is.</summary>
    internal Kept<T>? Peek<T>(ReadKey<T> key)
        where T : class => _shelf.Find(key);

    /// <summary>What is kept, if it is as fresh as demanded; null if it is not. It does not count as a read, so that nothing is refreshed for it.</summary>
    internal Fresh<T>? Look<T>(ReadKey<T> key, Demand demand)
        where T : class =>
        _shelf.Find(key) is { } kept && Age(kept) is var age && key.Resource.FreshFor(_options) is var freshFor && demand.Accepts(age, freshFor)
            ? new Fresh<T>(kept.Value, new Vintage(age, freshFor, Origin.Hit))
            : null;

    /// <summary>
    /// A list made of what is kept. While none of its sources changes, neither does it: it is made once, and kept with what is written of it.
    /// </summary>
    internal T[] Derive<T>(ReadKey<Derived<T>> key, object[] sources, Func<T[]> make)
    {
        if (_shelf.Find(key)?.Value is { } known && known.IsOf(sources))
        {
            return known.List;
        }

        var made = new Derived<T>(sources, make());
        Keep(key, new Kept<Derived<T>>(made, _time.GetUtcNow()));
        return made.List;
    }

    /// <summary>Whether what is kept is as fresh as demanded.</summary>
    internal bool Has<T>(ReadKey<T> key, Demand demand)
        where T : class => _shelf.Find(key) is { } kept && demand.Accepts(Age(kept), key.Resource.FreshFor(_options));

    /// <summary>What is kept, if it is as fresh as demanded; null if it is not.</summary>
    /// <param name="key">The read.</param>
    /// <param name="demand">How fresh the answer must be.</param>
    /// <param name="share">Whose share of the account's places the read takes.</param>
    /// <param name="read">Asks Extend, for a refresh ahead of time.</param>
    /// <param name="elsewhere">What another read has kept of the same; the younger of the two counts.</param>
    internal Fresh<T>? Recall<T>(ReadKey<T> key, Demand demand, string share, Func<Asking, Task<T?>> read, Kept<T>? elsewhere = null)
        where T : class
    {
        var kept = Younger(_shelf.Find(key), elsewhere);
        var freshFor = key.Resource.FreshFor(_options);
        if (kept is null || Age(kept) is var age && !demand.Accepts(age, freshFor))
        {
            return null;
        }

        _metrics.Hit(key.Resource.Name);
        if (kept != elsewhere && kept.CountRead(age, freshFor))
        {
            _ = Task.Run(() => RefreshAsync(key, kept, share, read));
        }

        return new Fresh<T>(kept.Value, new Vintage(age, freshFor, Origin.Hit));
    }

    /// <summary>What is kept, if it will do after a failure of Extend; null if it will not.</summary>
    internal Fresh<T>? RecallOnError<T>(ReadKey<T> key, Demand demand, Kept<T>? elsewhere = null)
        where T : class
    {
        var kept = Younger(_shelf.Find(key), elsewhere);
        var freshFor = key.Resource.FreshFor(_options);
        if (kept is null || Age(kept) is var age && !(demand.AcceptsOnError(age, freshFor) && age - freshFor <= _options.KeepStaleFor))
        {
            return null;
        }

        _metrics.Stale(key.Resource.Name);
        return new Fresh<T>(kept.Value, new Vintage(age, freshFor, Origin.Stale));
    }

    /// <summary>What is kept, if it is as fresh as demanded, or what Extend answers now; null if Extend has no such thing.</summary>
    /// <inheritdoc cref="Recall" path="/param"/>
    /// <exception cref="ExtendException">Extend did not answer rightly, and nothing is kept that will do.</exception>
    internal Task<Fresh<T>?> ReadAsync<T>(
        ReadKey<T> key, Demand demand, string share, Func<Asking, Task<T?>> read, Kept<T>? elsewhere, CancellationToken cancellationToken)
        where T : class
    {
        var seen = _shelf.Find(key);
        return Recall(key, demand, share, read, elsewhere) is { } recalled
            ? Task.FromResult<Fresh<T>?>(recalled)
            : ReadAtExtendAsync(key, demand, share, read, seen, elsewhere, cancellationToken);
    }

    private async Task<Fresh<T>?> ReadAtExtendAsync<T>(
        ReadKey<T> key, Demand demand, string share, Func<Asking, Task<T?>> read, Kept<T>? seen, Kept<T>? elsewhere, CancellationToken cancellationToken)
        where T : class
    {
        var origin = Younger(seen, elsewhere) is not { } kept ? Origin.Miss
            : Age(kept) < key.Resource.FreshFor(_options) ? Origin.Requested
            : Origin.Outdated;
        try
        {
            var asked = await AskAsync(key, seen, share, read).WaitAsync(cancellationToken);
            _metrics.Missed(key.Resource.Name);
            return asked is null ? null : new Fresh<T>(asked.Value, new Vintage(Age(asked), key.Resource.FreshFor(_options), origin));
        }
        catch (ExtendException)
        {
            if (RecallOnError(key, demand, elsewhere) is { } stale)
            {
                return stale;
            }

            throw;
        }
    }

    private Task<Kept<T>?> AskAsync<T>(ReadKey<T> key, Kept<T>? seen, string share, Func<Asking, Task<T?>> read)
        where T : class => _flights.JoinAsync(key, async () =>
        {
            // An answer that came since the caller looked is the one it would have shared a moment ago.
            if (_shelf.Find(key) is { } newer && newer != seen)
            {
                return newer;
            }

            var (asking, began) = (new Asking(share), _time.GetUtcNow());
            if (await read(asking) is not { } value)
            {
                _shelf.Remove(key);
                return null;
            }

            var kept = new Kept<T>(value, asking.SentAt ?? began);
            Keep(key, kept);
            return kept;
        });

    private void Keep<T>(ReadKey<T> key, Kept<T> kept)
        where T : class
    {
        var freshFor = key.Resource.FreshFor(_options);
        if (freshFor > TimeSpan.Zero)
        {
            _shelf.Put(key, kept, key.Resource.Bytes(kept.Value), kept.AskedAt + freshFor + _options.KeepStaleFor, _time.GetUtcNow());
        }
    }

    private async Task RefreshAsync<T>(ReadKey<T> key, Kept<T> seen, string share, Func<Asking, Task<T?>> read)
        where T : class
    {
        try
        {
            await AskAsync(key, seen, share, read);
            _metrics.Refreshed(key.Resource.Name);
        }
        catch (ExtendException failure)
        {
            _metrics.RefreshFailed(key.Resource.Name, failure.Fault.ToString());
        }
    }

    private TimeSpan Age<T>(Kept<T> kept)
        where T : class => _time.GetUtcNow() - kept.AskedAt;

    private static Kept<T>? Younger<T>(Kept<T>? one, Kept<T>? other)
        where T : class => one is null || other?.AskedAt > one.AskedAt ? other : one;
}
