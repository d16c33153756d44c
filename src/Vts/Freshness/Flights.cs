using System.Collections.Concurrent;

namespace Vts.Freshness;

/// <summary>
/// Makes one read of equal reads that are under way at once. All who wait share its answer or its failure; none who leaves ends it.
/// </summary>
internal sealed class Flights
{
    private readonly ConcurrentDictionary<object, object> _underWay = new();

    /// <summary>The read under this key that is under way, or a new one.</summary>
    public Task<TAnswer> JoinAsync<TAnswer>(object key, Func<Task<TAnswer>> read)
    {
        var flight = _underWay.GetOrAdd(key, _ => new Lazy<Task<TAnswer>>(() => FlyAsync(key, read)));
        return ((Lazy<Task<TAnswer>>)flight).Value;
    }

    private async Task<TAnswer> FlyAsync<TAnswer>(object key, Func<Task<TAnswer>> read)
    {
        try
        {
            return await read();
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }
}
