using System.Collections.Concurrent;
using System.Net;
using Vts.Callers;
using Vts.Callers.Limits;

namespace Vts.Audit;

/// <summary>
/// Which refusals get an event of their own: one a second of each caller, or of each address where there is no caller. The next event
/// counts the others. So nobody can push the record out of its files by being refused, and what is kept here has an end.
/// </summary>
internal sealed class Refusals(TimeProvider time)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Untold> _callers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Untold> _addresses = new();

    /// <summary>Counts a refusal that may go without an event; whether it does.</summary>
    public bool Leaves(Caller? caller, IPAddress? address)
    {
        var untold = caller is null ? _addresses.GetOrAdd(AddressSlot.Of(address), static _ => new()) : _callers.GetOrAdd(caller.Name, static _ => new());
        lock (untold)
        {
            var now = time.GetTimestamp();
            if (untold.Told is { } told && time.GetElapsedTime(told, now) < Apart)
            {
                untold.Count++;
                return true;
            }

            untold.Told = now;
            return false;
        }
    }

    /// <summary>How many have gone without one since the last event of this caller or address; null for none.</summary>
    public int? Take(Caller? caller, IPAddress? address)
    {
        var untold = caller is null ? _addresses.GetValueOrDefault(AddressSlot.Of(address)) : _callers.GetValueOrDefault(caller.Name);
        if (untold is null)
        {
            return null;
        }

        lock (untold)
        {
            var count = untold.Count;
            untold.Count = 0;
            return count > 0 ? count : null;
        }
    }

    private sealed class Untold
    {
        public long? Told { get; set; }

        public int Count { get; set; }
    }
}
