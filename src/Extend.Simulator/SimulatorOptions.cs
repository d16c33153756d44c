namespace Extend.Simulator;

/// <summary>How a simulator starts.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Where it listens: one or more addresses joined by semicolons; port 0 takes a free port.</summary>
    public string Urls { get; init; } = "http://localhost:5081";

    /// <summary>A PEM file with a certificate and its key, which https addresses need. Default none.</summary>
    public string? Certificate { get; init; }

    /// <summary>Changes the generated data of the tenants <c>demo</c> and <c>other</c>. Equal seeds give equal data. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>Requests a minute that each company may make; null or 0 is no limit.</summary>
    public int? RateLimitPerMinute { get; init; }

    /// <summary>The clock behind tokens, rate limit, latency and the request log. Data never depends on it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Tenants beside <c>demo</c> and <c>other</c>, or in place of them when so named.</summary>
    public IReadOnlyList<TenantOptions> Tenants { get; init; } = [];

    /// <summary>Switches by name, as in <c>/sim/switches</c>. An unknown name or value fails the start.</summary>
    public IReadOnlyDictionary<string, string> Switches { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Writes a line to standard output for each request: time, status, method and path. Default false.</summary>
    public bool LogRequests { get; init; }
}
