namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends, and never stops.</summary>
internal static class EndlessBody
{
    public static FaultKind Kind { get; } = new(
        "endlessBody", "sends spaces after the body for as long as the client takes them", [],
        _ => new SpoilingFault(answer => answer.IsEndless = true));
}
