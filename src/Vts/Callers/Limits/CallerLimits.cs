namespace Vts.Callers.Limits;

/// <summary>How much a caller may ask.</summary>
/// <param name="RequestsPerSecond">Requests a second, sustained.</param>
/// <param name="Burst">Requests at once after a rest.</param>
/// <param name="Concurrency">Requests under way at the same time.</param>
public sealed record CallerLimits(int RequestsPerSecond, int Burst, int Concurrency);
