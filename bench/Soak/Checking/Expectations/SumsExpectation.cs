using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>The sums of each card's history, as at one moment.</summary>
internal sealed record SumsExpectation : Expectation
{
    public override Columns Rows => Columns.Sums;

    public override bool IsRight(int status, string code, IReadOnlyList<Moment> moments) => IsOfOneGone(status, code, moments);

    public override string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments)
    {
        var ofCards = rows.ToLookup(row => row.Id, row => row.Text, StringComparer.Ordinal);
        foreach (var cardId in moments.SelectMany(moment => moment.Cards.Keys).Union(ofCards.Select(group => group.Key), StringComparer.Ordinal))
        {
            Card?[] cards = [.. moments.Select(moment => moment.Find(cardId)).Distinct()];

            // The name is of the list of cards and the sums are of the history, which may be of two moments; so may a history of several pages.
            var isOne = cards.Any(card => (card is null ? [] : Sums(card)).SequenceEqual(ofCards[cardId], StringComparer.Ordinal));
            if (!isOne && cards.Length <= 2)
            {
                return $"the sums of {cardId} were never so in that time";
            }
        }

        return null;
    }

    private static IEnumerable<string> Sums(Card card) => card.Transactions
        .GroupBy(each => each.Row["currency"], StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group =>
        {
            var total = group.Where(each => each.Counts).Sum(each => long.Parse(each.Row["amountCents"]));
            return Columns.Join(
                [card.Id, card.Row["displayName"], group.Key, $"{group.Count()}", $"{group.Count(each => each.Counts)}", $"{total}", Mapping.Exact($"{total}", group.Key)]);
        });
}
