using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>
/// All cards that fit, each as it was at some time: those that fitted throughout are there, those that never did are not. The list's
/// pages at Extend are read one after the other, so that two cards may be of different moments.
/// </summary>
internal sealed record CardsExpectation(Func<Card, bool> Fits) : Expectation
{
    public static CardsExpectation All { get; } = new(_ => true);

    public static CardsExpectation Active { get; } = new(card => card.IsActive);

    public Columns Columns { get; init; } = Columns.Cards;

    public CardOrder Order { get; init; }

    public override Columns Rows => Columns;

    public static CardsExpectation Of(Func<Card, bool> fits) => new(fits);

    public override string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!shown.Add(row.Id))
            {
                return $"{row.Id} is there twice";
            }

            if (!moments.Any(moment => moment.Find(row.Id) is { } card && Fits(card) && card.Row.As(Columns) == row.Text))
            {
                return $"{row.Id} was never so in that time";
            }
        }

        var lacking = moments[0].Cards.Values.FirstOrDefault(card =>
            !shown.Contains(card.Id) && moments.All(moment => moment.Find(card.Id) is { } then && Fits(then)));
        return lacking is null ? WrongOrder(rows, moments) : $"{lacking.Id} is missing";
    }

    private string? WrongOrder(IReadOnlyList<ShownRow> rows, IReadOnlyList<Moment> moments)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            var isWrong = Order is CardOrder.Name
                ? string.Compare(rows[i - 1].Values[1], rows[i].Values[1], StringComparison.OrdinalIgnoreCase) > 0
                : string.CompareOrdinal(CreatedAt(rows[i - 1].Id), CreatedAt(rows[i].Id)) < 0;
            if (isWrong)
            {
                return $"{rows[i].Id} stands too late";
            }
        }

        return null;

        string CreatedAt(string id) => moments.Select(moment => moment.Find(id)).First(card => card is not null)!.CreatedAt;
    }
}
