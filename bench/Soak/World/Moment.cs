using System.Collections.Immutable;

namespace Vts.Bench.Soak.World;

/// <summary>All that Extend holds between two changes.</summary>
/// <param name="Began">Before the change that led to it was asked for.</param>
/// <param name="Settled">When that change had certainly been made.</param>
/// <param name="Cards">The cards by id.</param>
internal sealed record Moment(TimeSpan Began, TimeSpan Settled, ImmutableDictionary<string, Card> Cards)
{
    public Card? Find(string id) => Cards.GetValueOrDefault(id);
}
