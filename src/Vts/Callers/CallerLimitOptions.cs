using Vts.Callers.Limits;

namespace Vts.Callers;

/// <summary>A caller's own limits in configuration: <c>Callers:{n}:Limits</c>. All three, or none.</summary>
public sealed class CallerLimitOptions
{
    /// <summary>Requests a second, sustained. 1 to 100,000.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>Requests at once after a rest. 1 to 1,000,000.</summary>
    public int? Burst { get; set; }

    /// <summary>Requests under way at the same time. 1 to 100,000.</summary>
    public int? Concurrency { get; set; }

    internal CallerLimits? ToLimits() => this is { RequestsPerSecond: { } rate, Burst: { } burst, Concurrency: { } places } ? new(rate, burst, places) : null;

    internal IEnumerable<string> Faults(string path) => (RequestsPerSecond, Burst, Concurrency) is (null, null, null) ? [] :
    [
        .. Fault(path, nameof(RequestsPerSecond), RequestsPerSecond, LimitOptions.MostRequestsPerSecond),
        .. Fault(path, nameof(Burst), Burst, LimitOptions.MostBurst),
        .. Fault(path, nameof(Concurrency), Concurrency, LimitOptions.MostConcurrency),
    ];

    private static string[] Fault(string path, string setting, int? value, int most) =>
        value is null ? [$"{path}:{setting} is missing: of {nameof(RequestsPerSecond)}, {nameof(Burst)} and {nameof(Concurrency)} set all, or none"]
        : [.. LimitFaults.Of(path, setting, value.Value, most)];
}
