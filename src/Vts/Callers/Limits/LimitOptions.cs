namespace Vts.Callers.Limits;

/// <summary>How much each caller may ask, where nothing else is said of it, and how often an address may fail. Configuration section <c>Limits</c>.</summary>
public sealed class LimitOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Limits";

    internal const int MostRequestsPerSecond = 100_000;
    internal const int MostBurst = 1_000_000;
    internal const int MostConcurrency = 100_000;

    /// <summary>Requests a second of one caller, sustained. 1 to 100,000, default 100.</summary>
    public int RequestsPerSecond { get; set; } = 100;

    /// <summary>Requests of one caller at once after a rest. 1 to 1,000,000, default 500.</summary>
    public int Burst { get; set; } = 500;

    /// <summary>Requests of one caller under way at the same time. 1 to 100,000, default 64.</summary>
    public int Concurrency { get; set; } = 64;

    /// <summary>Failed authentications of one address in a minute. 1 to 1,000,000, default 300.</summary>
    public int FailedAuthenticationsPerMinute { get; set; } = 300;
}
