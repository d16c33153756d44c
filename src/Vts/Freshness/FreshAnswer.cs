namespace Vts.Freshness;

/// <summary>Marks an operation whose answers say how fresh they are.</summary>
public sealed record FreshAnswer;
