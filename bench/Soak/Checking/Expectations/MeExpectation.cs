using System.Text;
using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>What the caller may see.</summary>
internal sealed record MeExpectation : Expectation
{
    public override bool HasAge => false;

    public override string? WrongIn(IReadOnlyList<ShownRow> rows, Answer answer, IReadOnlyList<Moment> moments) =>
        Encoding.UTF8.GetString(answer.Body).Contains("\"scopes\":[\"cards:read\",\"transactions:read\"]", StringComparison.Ordinal)
            ? null : "the scopes are not told";
}
