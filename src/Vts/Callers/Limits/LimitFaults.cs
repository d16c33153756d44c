namespace Vts.Callers.Limits;

/// <summary>What is wrong with limits that someone has written.</summary>
internal static class LimitFaults
{
    /// <summary>The faults.</summary>
    /// <param name="path">What the limits are called where they were written.</param>
    /// <param name="limits">The limits.</param>
    public static IEnumerable<string> Of(string path, CallerLimits limits) =>
    [
        .. Of(path, nameof(limits.RequestsPerSecond), limits.RequestsPerSecond, LimitOptions.MostRequestsPerSecond),
        .. Of(path, nameof(limits.Burst), limits.Burst, LimitOptions.MostBurst),
        .. Of(path, nameof(limits.Concurrency), limits.Concurrency, LimitOptions.MostConcurrency),
    ];

    /// <summary>The fault of one of them, if it has any.</summary>
    public static IEnumerable<string> Of(string path, string setting, int value, int most) =>
        value >= 1 && value <= most ? [] : [$"{path}:{setting} must be between 1 and {most}"];
}
