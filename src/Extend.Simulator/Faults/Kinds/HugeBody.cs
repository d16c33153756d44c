namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends more than anyone wants to read.</summary>
internal static class HugeBody
{
    public static FaultKind Kind { get; } = new(
        "hugeBody", "sends 32 MB, or so many bytes, of spaces after the body", ["bytes"],
        parameters =>
        {
            var bytes = parameters.Whole("bytes", 32 * 1024 * 1024, 1, int.MaxValue);
            return new SpoilingFault(answer => answer.Padding = bytes);
        });
}
