using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>
/// A card's whole history, or what fits of it, read page by page: what was there throughout is there once, what never was is not, and
/// each row is as it was at some time.
/// </summary>
internal sealed record HistoryExpectation(string CardId, Func<Transaction, bool> Fits) : Expectation
{
    public override Columns Rows => Columns.Transactions;

    public override string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments)
    {
        // As with its most recent: while the list of cards still names a card that is gone, it looks like one without transactions.
        if (rows.Count == 0 && moments.Any(moment => moment.Find(CardId) is null))
        {
            return null;
        }

        Card[] cards = [.. moments.Select(moment => moment.Find(CardId)).OfType<Card>().Distinct()];
        if (cards.Length == 0)
        {
            return "there was no such card in that time";
        }

        var lists = cards.Select(card => card.Transactions.ToDictionary(each => each.Id, StringComparer.Ordinal)).ToArray();

        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!shown.Add(row.Id))
            {
                return $"{row.Id} is there twice";
            }

            if (!lists.Any(list => list.GetValueOrDefault(row.Id) is { } then && Fits(then) && then.Row.As(Rows) == row.Text))
            {
                return $"{row.Id} was never so in that time";
            }
        }

        var lacking = lists[0].Values.FirstOrDefault(each =>
            !shown.Contains(each.Id) && lists.All(list => list.GetValueOrDefault(each.Id) is { } then && Fits(then)));
        return lacking is not null ? $"{lacking.Id} is missing"
            : rows.Zip(rows.Skip(1)).Any(pair => string.CompareOrdinal(pair.First.Values[8], pair.Second.Values[8]) < 0) ? "the newest is not first"
            : null;
    }

    public override bool IsRight(int status, string code, IReadOnlyList<Moment> moments) =>
        status == 404 && code == "card_not_found" && moments.Any(moment => moment.Find(CardId) is null);
}
