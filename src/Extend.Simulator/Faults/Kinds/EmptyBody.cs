using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Says how it went and nothing else.</summary>
internal static class EmptyBody
{
    public static FaultKind Kind { get; } = new(
        "emptyBody", "answers 204, or another status, without a body", ["status"],
        parameters =>
        {
            var status = parameters.Whole("status", 204, 200, 599);
            return new ReplacingFault(_ => new Answer { Status = status });
        });
}
