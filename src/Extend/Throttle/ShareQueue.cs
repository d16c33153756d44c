namespace Extend.Throttle;

/// <summary>
/// The reads that wait, served in rounds: each share has one turn a round. Who comes new, or comes back, joins the present
/// round, so that others' thousands are at most one turn each in front of it; who was just served waits for the next round.
/// </summary>
internal sealed class ShareQueue(int most)
{
    private readonly List<Share> _shares = [];
    private long _round;

    public int Count { get; private set; }

    public IEnumerable<WaitingRead> Reads => _shares.SelectMany(share => share.Reads);

    /// <summary>How many reads would have their turn before a new one of this share.</summary>
    public int Ahead(string name)
    {
        var own = Find(name);
        var round = Math.Max(_round, own?.Round ?? 0) + (own?.Reads.Count ?? 0);
        return (int)_shares.Sum(share => share == own ? share.Reads.Count : Math.Clamp(round - share.Round + 1, 0, share.Reads.Count));
    }

    public WaitingRead Add(string name, TimeSpan arrived, TimeSpan deadline)
    {
        var share = Find(name);
        if (share is null)
        {
            _shares.Add(share = new Share(name, _round));
        }
        else if (share.Reads.Count == 0)
        {
            share.Round = Math.Max(share.Round, _round);
        }

        Count++;
        return new WaitingRead(share, arrived, deadline);
    }

    /// <summary>The read that has no room, taken out: when there are too many, the last of the longest share.</summary>
    public WaitingRead? TakeExcess()
    {
        var excess = Count > most ? _shares.MaxBy(share => share.Reads.Count)!.Reads.Last!.Value : null;
        if (excess is not null)
        {
            Remove(excess);
        }

        return excess;
    }

    /// <summary>Takes out the read whose turn it is.</summary>
    public WaitingRead TakeNext()
    {
        var share = _shares.Where(share => share.Reads.Count > 0).MinBy(share => share.Round)!;
        var read = share.Reads.First!.Value;
        _round = share.Round++;
        Remove(read);
        _shares.RemoveAll(other => other.Reads.Count == 0 && other.Round <= _round);
        return read;
    }

    /// <summary>Takes the read out; false if it no longer waits.</summary>
    public bool Remove(WaitingRead read)
    {
        if (read.Node.List is null)
        {
            return false;
        }

        read.Share.Reads.Remove(read.Node);
        Count--;
        return true;
    }

    private Share? Find(string name) => _shares.Find(share => share.Name == name);
}
