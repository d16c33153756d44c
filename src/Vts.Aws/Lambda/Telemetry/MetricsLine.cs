using System.Buffers;
using System.Text.Json;
using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Lambda.Telemetry;

/// <summary>
/// A call's metrics in CloudWatch's embedded metric format: CloudWatch takes them out of the log, so no call is made for them.
/// Who called and what stand beside the metrics, for queries over the log, without being a metric's dimension.
/// </summary>
internal static class MetricsLine
{
    private const string Namespace = "VTS";
    private const string Errors = "Errors";

    public static ReadOnlySpan<byte> Write(
        FunctionIdentity identity, Invocation invocation, DateTimeOffset now, TimeSpan took, bool isColdStart, Outcome? outcome, IReadOnlyDictionary<string, long> counts)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        var hasFailed = outcome is null or { Status: >= 500 };
        (string Name, double Value, string Unit)[] metrics =
        [
            ("Requests", 1, "Count"),
            (Errors, hasFailed ? 1 : 0, "Count"),
            ("Duration", Math.Round(took.TotalMilliseconds, 3), "Milliseconds"),
            .. isColdStart ? new[] { ("ColdStart", 1d, "Count") } : [],
            .. counts.Select(count => (count.Key, (double)count.Value, "Count")),
        ];
        json.WriteStartObject();
        json.WriteString("level", hasFailed ? "ERROR" : "INFO");
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        WriteDirective(json, ["stage"], metrics);

        // Each metric of each function is paid for; alarms want only this one of each.
        WriteDirective(json, ["stage", "function"], metrics.Where(metric => metric.Name == Errors));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("stage", identity.Stage);
        json.WriteString("function", identity.Function);
        json.WriteString("awsRequestId", invocation.RequestId);
        WriteOutcome(json, outcome);
        foreach (var (name, value, _) in metrics)
        {
            json.WriteNumber(name, value);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan;
    }

    private static void WriteDirective(Utf8JsonWriter json, string[] dimensions, IEnumerable<(string Name, double Value, string Unit)> metrics)
    {
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        foreach (var dimension in dimensions)
        {
            json.WriteStringValue(dimension);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, _, unit) in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, Outcome? outcome)
    {
        if (outcome?.Operation is { } operation)
        {
            json.WriteString("operation", operation);
        }

        if (outcome?.Caller is { } caller)
        {
            json.WriteString("caller", caller);
        }

        if (outcome?.Status is { } status)
        {
            json.WriteNumber("status", status);
        }

        if (outcome?.RequestId is { } requestId)
        {
            json.WriteString("requestId", requestId);
        }
    }
}
