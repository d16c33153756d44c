using Vts.Freshness;
using Vts.Queries;

namespace Vts.Cards;

/// <summary>Picks those that match out of cards on their way.</summary>
internal static class MatchingCards
{
    /// <summary>Those that match, in the same order.</summary>
    public static async Task<Fresh<Card[]>> MatchingAsync(this Task<Fresh<Card[]>> cards, CardsFilter filter)
    {
        var all = await cards;
        return filter.IsAll ? all : all.Select<Card[]>(list => [.. list.Where(filter.Matches)]);
    }
}
