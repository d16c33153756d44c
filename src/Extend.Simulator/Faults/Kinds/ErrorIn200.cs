using Extend.Simulator.Http;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Fails without saying so in the status.</summary>
internal static class ErrorIn200
{
    public static FaultKind Kind { get; } = new(
        "errorIn200", "answers 200 with a JSON error", ["error"],
        parameters =>
        {
            var error = parameters.Text("error") ?? "Something went wrong";
            return new ReplacingFault(_ => Answer.Error(StatusCodes.Status200OK, error));
        });
}
