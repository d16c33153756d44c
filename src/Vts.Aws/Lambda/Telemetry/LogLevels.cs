using Microsoft.Extensions.Logging;

namespace Vts.Aws.Lambda.Telemetry;

/// <summary>Lambda's names of log levels.</summary>
internal static class LogLevels
{
    private static readonly (string Name, LogLevel Level)[] Known =
    [
        ("TRACE", LogLevel.Trace), ("DEBUG", LogLevel.Debug), ("INFO", LogLevel.Information),
        ("WARN", LogLevel.Warning), ("ERROR", LogLevel.Error), ("FATAL", LogLevel.Critical),
    ];

    /// <summary>The least level that the function is set to log.</summary>
    public static LogLevel OfEnvironment() => Read(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL"));

    /// <summary>The level of this name; information where there is none.</summary>
    public static LogLevel Read(string? name) =>
        Known.Where(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(known => known.Level).FirstOrDefault(LogLevel.Information);

    /// <summary>The level's name.</summary>
    public static string Name(LogLevel level) => Known.First(known => known.Level == level).Name;
}
