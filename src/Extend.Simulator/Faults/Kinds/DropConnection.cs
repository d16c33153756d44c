namespace Extend.Simulator.Faults.Kinds;

/// <summary>Hangs up.</summary>
internal static class DropConnection
{
    public static FaultKind Kind { get; } = new(
        "dropConnection", "breaks the connection instead of answering", [],
        _ => new SpoilingFault(answer => answer.IsDropped = true));
}
