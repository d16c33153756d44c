using Vts.Bench.Replay.Differences;
using Vts.Bench.Replay.Requests;

namespace Vts.Bench.Replay.Reports;

/// <summary>What came of one request, and where the answers differ.</summary>
internal sealed record Outcome(Request Request, Verdict Verdict, IReadOnlyList<Difference> Differences)
{
    /// <summary>Whether it keeps the two builds from being the same.</summary>
    public bool IsTrouble => Verdict is Verdict.Different or Verdict.Unsettled;
}
