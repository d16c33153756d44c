namespace Vts.Callers.Limits;

/// <summary>A caller's limits, and what is left of them at this moment in the process that answers.</summary>
/// <param name="RequestsPerSecond">Requests a second, sustained.</param>
/// <param name="Burst">Requests at once after a rest.</param>
/// <param name="Concurrency">Requests under way at the same time.</param>
/// <param name="RequestsLeft">How many more may follow this one at once.</param>
/// <param name="ConcurrencyLeft">How many more may be under way beside this one and those that are.</param>
public sealed record LimitsNow(int RequestsPerSecond, int Burst, int Concurrency, int RequestsLeft, int ConcurrencyLeft);
