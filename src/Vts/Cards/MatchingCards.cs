using Vts.Freshness;
using Vts.Queries;

namespace Vts.Cards;

/// <summary>Picks those that match out of cards on their way.</summary>
internal static class MatchingCards
{
    /// <summary>Those that match, in the same order.</summary>
    public static Task<Fresh<Card[]>> MatchingAsync(this Task<Fresh<Card[]>> cards, CardsFilter filter)
    {
        return filter.IsAll ? cards : PickAsync();

        async Task<Fresh<Card[]>> PickAsync() => (await cards).Select<Card[]>(list => [.. list.Where(filter.Matches)]);
    }
}
