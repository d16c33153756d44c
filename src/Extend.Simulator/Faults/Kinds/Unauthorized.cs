using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Refuses a credential that is good.</summary>
internal static class Unauthorized
{
    public static FaultKind Kind { get; } = new(
        "unauthorized", "answers 401 whatever the credential", [],
        _ => new ReplacingFault(_ => Answer.Error(StatusCodes.Status401Unauthorized, "Unauthorized")));
}
