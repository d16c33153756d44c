using System.Collections.Immutable;

namespace Vts.Bench.Soak.World;

/// <summary>What Extend held when.</summary>
internal sealed class Timeline(Moment first)
{
    private ImmutableList<Moment> _moments = [first];

    /// <summary>What it holds now.</summary>
    public Moment Latest => _moments[^1];

    public int Changes => _moments.Count - 1;

    /// <summary>Tells a change; only one writer does.</summary>
    public void Add(Moment moment) => _moments = _moments.Add(moment);

    /// <summary>Whether a card may have been taken away between the two.</summary>
    public bool HasRemoval(TimeSpan from, TimeSpan to)
    {
        var moments = Between(from, to);
        return moments.Any(moment => moment.Cards.Keys.Any(id => moments[0].Find(id) is null));
    }

    /// <summary>All that may have been the case at some time between the two, latest first. One at least.</summary>
    public IReadOnlyList<Moment> Between(TimeSpan from, TimeSpan to)
    {
        var moments = _moments;
        var found = new List<Moment>();
        for (var i = moments.Count - 1; i >= 0; i--)
        {
            var moment = moments[i];
            if (moment.Began <= to)
            {
                found.Add(moment);
            }

            if (moment.Settled < from)
            {
                break;
            }
        }

        return found.Count > 0 ? found : [moments[0]];
    }
}
