namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends part of the JSON as if it were all.</summary>
internal static class CutJson
{
    public static FaultKind Kind { get; } = new(
        "cutJson", "sends half the body, or so many bytes of it, as if that were all", ["bytes"],
        parameters =>
        {
            var bytes = parameters.OptionalWhole("bytes", 0, int.MaxValue);
            return new SpoilingFault(answer => answer.Body = answer.Body[..Math.Min(bytes ?? (answer.Body.Length / 2), answer.Body.Length)]);
        });
}
