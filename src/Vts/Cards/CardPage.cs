using Vts.Callers;
using Vts.Freshness;
using Vts.Queries;

namespace Vts.Cards;

/// <summary>The page of a list of cards that a request asks for.</summary>
/// <param name="Rows">Its cards.</param>
/// <param name="NextCursor">Where the next page begins; null if there is none.</param>
internal sealed record CardPage(Fresh<Card[]> Rows, string? NextCursor)
{
    /// <summary>Cuts the page out of the whole list, which comes in the usual order.</summary>
    /// <exception cref="InvalidQueryException">The cursor is none of this list's.</exception>
    public static CardPage Of(Fresh<Card[]> cards, CardsQuery query, Cursors cursors, string operation, Caller caller)
    {
        var sorted = query.Order == CardOrder.Usual ? cards : cards.Select(query.Order.Sort);
        if (query.PageSize is not { } size)
        {
            return new(sorted, null);
        }

        var binding = query.BindingOf(caller);
        var after = query.Cursor is null ? null : cursors.Read(operation, binding, query.Cursor);
        var from = after is null ? 0 : Array.FindIndex(sorted.Value, card => query.Order.IsAfter(card, after));
        var page = from < 0 ? [] : sorted.Value.Skip(from).Take(size).ToArray();
        var hasMore = from >= 0 && from + page.Length < sorted.Value.Length;
        return new(sorted.Select(_ => page), hasMore ? cursors.Write(operation, binding, query.Order.PlaceOf(page[^1])) : null);
    }
}
