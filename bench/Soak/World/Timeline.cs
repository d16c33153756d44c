using System.Collections.Immutable;

namespace Vts.Bench.Soak.World;

/// <summary>What Extend held when.</summary>
internal sealed class Timeline(Moment first)
{
    private ImmutableList<Moment> _moments = [first];
    private volatile TaskCompletionSource _told = Nothing();

    /// <summary>What it holds now.</summary>
    public Moment Latest => _moments[^1];

    public int Changes => _moments.Count - 1;

    /// <summary>Done when every change that has begun by now is told: before that an answer may know more than this does.</summary>
    public Task Told => _told.Task;

    /// <summary>Says that a change begins; only one writer does, one after the other.</summary>
    public void Begin() => _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tells what came of it.</summary>
    public void Add(Moment moment)
    {
        _moments = _moments.Add(moment);
        _told.TrySetResult();
    }

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

    private static TaskCompletionSource Nothing()
    {
        var nothing = new TaskCompletionSource();
        nothing.SetResult();
        return nothing;
    }
}
