namespace Extend.Simulator.Faults.Kinds;

/// <summary>Forgets the order.</summary>
internal static class ReversedLists
{
    public static FaultKind Kind { get; } = new(
        "reversedLists", "sends every list from its end to its beginning", [],
        _ => new SpoilingFault(answer => answer.Rewrite(new Rewriting { Items = items => items.Reverse() })));
}
