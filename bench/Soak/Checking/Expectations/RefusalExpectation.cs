using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>One problem and no other answer.</summary>
internal sealed record RefusalExpectation(int Status, string Code) : Expectation
{
    public override string WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments) => $"must be {Status} {Code}";

    public override bool IsRight(int status, string code, IReadOnlyList<Moment> moments) => status == Status && code == Code;
}
