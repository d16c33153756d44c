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

    /// <summary>The line, without its end.</summary>
    public static string Write(AuditEvent entry) => JsonSerializer.Serialize(entry, Readable.AuditEvent);

    /// <summary>The event that a line holds; null if it holds none.</summary>
    public static AuditEvent? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Readable.AuditEvent);
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return null;
        }
    }
}
