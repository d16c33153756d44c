using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>The most recent transactions of every card, each card's as at one moment.</summary>
/// <param name="Columns">The members shown.</param>
/// <param name="IsByCard">Whether they stand card by card, and not the newest first over all.</param>
internal sealed record AllRecentExpectation(Columns Columns, bool IsByCard) : Expectation
{
    private const int CardId = 1;
    private const int AuthorizedAt = 8;

    public override Columns Rows => Columns;

    public override bool IsRight(int status, string code, IReadOnlyList<Moment> moments) => IsOfOneGone(status, code, moments);

    public override string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments)
    {
        var ofCards = rows.GroupBy(row => row.Values[CardId], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        foreach (var cardId in ofCards.Keys.Union(moments.SelectMany(moment => moment.Cards.Keys), StringComparer.Ordinal))
        {
            var shown = ofCards.GetValueOrDefault(cardId, []);
            if (!moments.Any(moment => moment.Find(cardId) is { } card ? RecentExpectation.IsOf(card, shown, Columns) : shown.Length == 0))
            {
                return $"the list of {cardId} was never so in that time";
            }
        }

        return IsByCard
            ? rows.Zip(rows.Skip(1)).Count(pair => pair.First.Values[CardId] != pair.Second.Values[CardId]) + 1 > Math.Max(1, ofCards.Count) ? "a card's rows do not stand together" : null
            : rows.Zip(rows.Skip(1)).Any(pair => string.CompareOrdinal(pair.First.Values[AuthorizedAt], pair.Second.Values[AuthorizedAt]) < 0) ? "the newest is not first"
            : null;
    }
}
