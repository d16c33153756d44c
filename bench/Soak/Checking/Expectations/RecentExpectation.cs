using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>A card's most recent transactions, exactly as they were at one moment.</summary>
internal sealed record RecentExpectation(string CardId, Columns Columns) : Expectation
{
    public override Columns Rows => Columns;

    // To an API key a card that is gone and one without transactions look alike while the list of cards still names it.
    public override string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments) =>
        moments.Any(moment => moment.Find(CardId) is { } card ? IsOf(card, rows, Columns) : rows.Count == 0) ? null : "the list was never so in that time";

    public override bool IsRight(int status, string code, IReadOnlyList<Moment> moments) =>
        status == 404 && code == "card_not_found" && moments.Any(moment => moment.Find(CardId) is null);

    /// <summary>Whether these are the card's most recent, in their order.</summary>
    public static bool IsOf(Card card, IReadOnlyList<ShownRow> rows, Columns columns)
    {
        if (rows.Count != Math.Min(Card.Recent, card.Transactions.Length))
        {
            return false;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (card.Transactions[i].Row.As(columns) != rows[i].Text)
            {
                return false;
            }
        }

        return true;
    }
}
