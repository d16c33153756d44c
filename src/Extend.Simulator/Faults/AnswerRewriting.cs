using System.Text.Json;
using Extend.Simulator.Http;

namespace Extend.Simulator.Faults;

/// <summary>Changes the JSON of an answer that is already written.</summary>
internal static class AnswerRewriting
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 512 };

    /// <summary>Copies the body through; what is not JSON stays as it is.</summary>
    public static void Rewrite(this Answer answer, Rewriting rewriting)
    {
        if (answer.ContentType != "application/json" || answer.Body.IsEmpty)
        {
            return;
        }

        try
        {
            using var body = JsonDocument.Parse(answer.Body, Reading);
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes))
            {
                Copy(body.RootElement, json, rewriting);
            }

            answer.Body = bytes.ToArray();
        }
        catch (Exception spoilt) when (spoilt is JsonException or InvalidOperationException)
        {
            // Another fault has made it unreadable already.
        }
    }

    private static void Copy(JsonElement element, Utf8JsonWriter json, Rewriting rewriting)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(member => !rewriting.Replace(json, member)))
                {
                    json.WritePropertyName(member.Name);
                    Copy(member.Value, json, rewriting);
                }

                rewriting.AtEnd?.Invoke(json);
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in rewriting.Items(element.EnumerateArray()))
                {
                    Copy(item, json, rewriting);
                }

                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
