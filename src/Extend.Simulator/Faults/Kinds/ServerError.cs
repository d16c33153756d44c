using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Fails as Extend itself would.</summary>
internal static class ServerError
{
    public static FaultKind Kind { get; } = new(
        "serverError", "answers 500, or another 5xx, with a JSON error", ["status"],
        parameters =>
        {
            var status = parameters.Whole("status", 500, 500, 599);
            return new ReplacingFault(_ => Answer.Error(status, "Internal server error"));
        });
}
