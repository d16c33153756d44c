using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vts.Callers;
using Vts.Text;

namespace Vts.Audit;

/// <summary>An event as one line of JSON, without the members that have nothing to say.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AuditEvent))]
public sealed partial class AuditJson : JsonSerializerContext
{
    // Quotes in text stay as they are: a line is never put into a page.
    private static readonly AuditJson Readable = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcMillisecondsConverter(), new JsonStringEnumConverter<RefusalReason>(JsonNamingPolicy.SnakeCaseLower) },
    });

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The line in UTF-8, without its end. Written member by member: it is in the way of every request, and of a function's first call.</summary>
    public static ReadOnlyMemory<byte> Write(AuditEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        Span<byte> time = stackalloc byte[UtcMilliseconds.Length];
        json.WriteString("time", time[..UtcMilliseconds.Write(entry.Time, time)]);
        json.WriteString("requestId", entry.RequestId);
        Write(json, "address", entry.Address);
        json.WriteNumber("status", entry.Status);
        Write(json, "caller", entry.Caller);
        Write(json, "keyId", entry.KeyId);
        Write(json, "operation", entry.Operation);
        Write(json, "cards", entry.Cards);
        Write(json, "rows", entry.Rows);
        Write(json, "ageSeconds", entry.AgeSeconds);
        Write(json, "code", entry.Code);
        Write(json, "refused", entry.Refused is { } reason ? JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()) : null);
        Write(json, "alsoRefused", entry.AlsoRefused);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The event that a line holds; null if it holds none.</summary>
    public static AuditEvent? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Readable.AuditEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
