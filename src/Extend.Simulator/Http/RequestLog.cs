namespace Extend.Simulator.Http;

/// <summary>The requests to Extend's own paths, oldest first; the last hundred thousand of them.</summary>
internal sealed class RequestLog(Action<RequestRecord>? listener)
{
    private const int Longest = 100_000;

    private readonly Queue<RequestRecord> _records = new();
    private readonly Lock _lock = new();
    private int _underWay;
    private int _mostAtOnce;

    /// <summary>The most requests that were under way at once since the log was last emptied.</summary>
    public int MostAtOnce
    {
        get
        {
            lock (_lock)
            {
                return _mostAtOnce;
            }
        }
    }

    public void Begin()
    {
        lock (_lock)
        {
            _mostAtOnce = Math.Max(_mostAtOnce, ++_underWay);
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _underWay--;
        }
    }

    public void Add(RequestRecord record)
    {
        lock (_lock)
        {
            if (_records.Count == Longest)
            {
                _records.Dequeue();
            }

            _records.Enqueue(record);
        }

        listener?.Invoke(record);
    }

    public RequestRecord[] All()
    {
        lock (_lock)
        {
            return [.. _records];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _records.Clear();
            _mostAtOnce = _underWay;
        }
    }
}
