using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Refuses what it would otherwise answer.</summary>
internal static class Refusal
{
    public static FaultKind Kind { get; } = new(
        "refusal", "answers 403, or another 4xx, with a JSON error", ["status"],
        parameters =>
        {
            var status = parameters.Whole("status", 403, 400, 499);
            return new ReplacingFault(_ => Answer.Error(status, "Refused"));
        });
}
