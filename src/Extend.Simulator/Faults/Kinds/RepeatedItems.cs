namespace Extend.Simulator.Faults.Kinds;

/// <summary>Says everything twice.</summary>
internal static class RepeatedItems
{
    public static FaultKind Kind { get; } = new(
        "repeatedItems", "sends every item of a list twice", [],
        _ => new SpoilingFault(answer => answer.Rewrite(new Rewriting { Items = items => items.SelectMany(item => new[] { item, item }) })));
}
