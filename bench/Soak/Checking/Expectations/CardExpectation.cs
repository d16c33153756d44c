using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>A card as it was.</summary>
internal sealed record CardExpectation(string Id) : Expectation
{
    public override Columns Rows => Columns.Cards;

    public override string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments) =>
        rows.Count == 1 && moments.Any(moment => moment.Find(Id)?.Row.As(Rows) == rows[0].Text) ? null : "the card was never so in that time";

    public override bool IsRight(int status, string code, IReadOnlyList<Moment> moments) =>
        status == 404 && code == "card_not_found" && moments.Any(moment => moment.Find(Id) is null);
}
