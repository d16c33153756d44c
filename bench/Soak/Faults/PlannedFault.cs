namespace Vts.Bench.Soak.Faults;

/// <summary>A fault that is to come.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Begins">When, from the start of the load.</param>
/// <param name="Lasts">How long.</param>
internal sealed record PlannedFault(FaultKind Kind, TimeSpan Begins, TimeSpan Lasts);
