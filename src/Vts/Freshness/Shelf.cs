using System.Collections.Concurrent;

namespace Vts.Freshness;

/// <summary>
/// Holds what is kept, never more than so many bytes. When room is wanted, what was asked for longest ago goes first: what is
/// read often is asked for often, so that this is also what is missed least.
/// </summary>
internal sealed class Shelf(long maxBytes)
{
    private readonly ConcurrentDictionary<object, LinkedListNode<Item>> _items = new();
    private readonly LinkedList<Item> _oldestFirst = new();
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>How much is held, by the estimates given.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public Kept<T>? Find<T>(ReadKey<T> key)
        where T : class => _items.TryGetValue(key, out var item) ? (Kept<T>)item.Value.Kept : null;

    /// <summary>Holds this in the place of what was held under the key; nothing, if it alone would be too much.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="kept">What to hold.</param>
    /// <param name="bytes">How much memory it takes.</param>
    /// <param name="until">When nobody can want it any more.</param>
    /// <param name="now">Drops what nobody can want any more now.</param>
    public void Put<T>(ReadKey<T> key, Kept<T> kept, long bytes, DateTimeOffset until, DateTimeOffset now)
        where T : class
    {
        lock (_gate)
        {
            Drop(key);
            if (bytes > maxBytes)
            {
                return;
            }

            while (_oldestFirst.First is { } oldest && (_bytes > maxBytes - bytes || oldest.Value.Until <= now))
            {
                Drop(oldest.Value.Key);
            }

            _items[key] = _oldestFirst.AddLast(new Item(key, kept, bytes, until));
            Interlocked.Add(ref _bytes, bytes);
        }
    }

    public void Remove<T>(ReadKey<T> key)
        where T : class
    {
        lock (_gate)
        {
            Drop(key);
        }
    }

    private void Drop(object key)
    {
        if (_items.TryRemove(key, out var item))
        {
            _oldestFirst.Remove(item);
            Interlocked.Add(ref _bytes, -item.Value.Bytes);
        }
    }

    private sealed record Item(object Key, object Kept, long Bytes, DateTimeOffset Until);
}
