using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Vts.Audit;

namespace Vts.Aws.Lambda.Telemetry;

/// <summary>The log as Lambda reads it: JSON objects with <c>timestamp</c> and <c>level</c>, each naming the call it belongs to.</summary>
internal sealed class LambdaLog(StandardOutput output, TimeProvider time) : ILoggerProvider
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private void Write(string category, LogLevel level, string message, Exception? fault, AuditState? audit)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Readable);
        json.WriteStartObject();
        json.WriteString("timestamp", time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        json.WriteString("level", LogLevels.Name(level));
        json.WriteString("logger", category);
        if (audit is null)
        {
            json.WriteString("message", message);
        }
        else
        {
            // As an object, so that queries over the log reach its members.
            json.WritePropertyName("audit");
            json.WriteRawValue(audit.Utf8.Span);
        }

        if (CurrentCall.Value is { } call)
        {
            json.WriteString("awsRequestId", call.RequestId);
            if (XRayTrace.RootOf(call.Trace) is { } trace)
            {
                json.WriteString("traceId", trace);
            }
        }

        if (fault is not null)
        {
            json.WriteString("exception", fault.ToString());
        }

        json.WriteEndObject();
        json.Flush();
        output.Write(buffer.WrittenSpan);
    }

    private sealed class Category(LambdaLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            ArgumentNullException.ThrowIfNull(formatter);
            var audit = state as AuditState;
            log.Write(name, logLevel, audit is null ? formatter(state, exception) : "", exception, audit);
        }
    }
}
