using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vts.Callers.Rules;

namespace Vts.Freshness;

/// <summary>Leaves members out of written JSON.</summary>
internal static class Members
{
    // Text is written as it was read.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The object, or the array of objects, with those members alone that the rule shows, in their order.</summary>
    public static byte[] Keep(ReadOnlyMemory<byte> json, FieldRule fields)
    {
        using var document = JsonDocument.Parse(json);
        var kept = new ArrayBufferWriter<byte>(Math.Max(json.Length, 1));
        using (var writer = new Utf8JsonWriter(kept, Options))
        {
            if (document.RootElement.ValueKind is JsonValueKind.Array)
            {
                writer.WriteStartArray();
                foreach (var element in document.RootElement.EnumerateArray())
                {
                    Write(writer, element, fields);
                }

                writer.WriteEndArray();
            }
            else
            {
                Write(writer, document.RootElement, fields);
            }
        }

        return kept.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, FieldRule fields)
    {
        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject().Where(member => fields.Shows(member.Name)))
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
