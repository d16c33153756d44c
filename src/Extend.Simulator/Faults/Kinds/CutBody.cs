namespace Extend.Simulator.Faults.Kinds;

/// <summary>Breaks off in the middle.</summary>
internal static class CutBody
{
    public static FaultKind Kind { get; } = new(
        "cutBody", "breaks the connection after half the body, or after so many bytes of it", ["bytes"],
        parameters =>
        {
            var bytes = parameters.OptionalWhole("bytes", 0, int.MaxValue);
            return new SpoilingFault(answer => answer.CutAfter = bytes ?? (answer.Body.Length / 2));
        });
}
