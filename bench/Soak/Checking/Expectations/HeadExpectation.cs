using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>The header fields of a card that may be there, and no body.</summary>
internal sealed record HeadExpectation : Expectation
{
    public override string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments) =>
        answer.Body.Length > 0 ? "HEAD has a body" : answer.Tag is null ? "there is no ETag" : null;
}
