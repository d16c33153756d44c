using System.Text.Json;
using Extend.Simulator.Http;

namespace Extend.Simulator.Faults;

/// <summary>Changes the JSON of an answer that is already written.</summary>
internal static class AnswerRewriting
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 512 };

    /// <summary>Copies the body through; what is not JSON stays as it is.</summary>
    /// <param name="answer">The answer whose body changes.</param>
    /// <param name="replace">Writes a member in its own way and says so; else the member is copied.</param>
    /// <param name="atEnd">Writes members at the end of every object.</param>
    public static void Rewrite(this Answer answer, Func<Utf8JsonWriter, JsonProperty, bool> replace, Action<Utf8JsonWriter>? atEnd = null)
    {
        if (answer.ContentType != "application/json" || answer.Body.IsEmpty)
        {
            return;
        }

        using var body = JsonDocument.Parse(answer.Body, Reading);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Copy(body.RootElement, json, replace, atEnd);
        }

        answer.Body = bytes.ToArray();
    }

    private static void Copy(
        JsonElement element, Utf8JsonWriter json, Func<Utf8JsonWriter, JsonProperty, bool> replace, Action<Utf8JsonWriter>? atEnd)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(member => !replace(json, member)))
                {
                    json.WritePropertyName(member.Name);
                    Copy(member.Value, json, replace, atEnd);
                }

                atEnd?.Invoke(json);
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Copy(item, json, replace, atEnd);
                }

                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
