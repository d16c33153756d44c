using System.Text;
using System.Text.Json;
using Vts.Bench.Replay.Asking;

namespace Vts.Bench.Replay.Targets;

/// <summary>Reads the answer that a function gives to a gateway.</summary>
internal static class LambdaAnswer
{
    public static Answer Read(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var answer = document.RootElement;
            var body = answer.TryGetProperty("body", out var text) ? text.GetString() ?? "" : "";
            var isCoded = answer.TryGetProperty("isBase64Encoded", out var coded) && coded.ValueKind == JsonValueKind.True;
            return new Answer(
                answer.GetProperty("statusCode").GetInt32(),
                [.. Single(answer), .. Multiple(answer)],
                isCoded ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Answer.None("what the function gave is no answer to a gateway");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Single(JsonElement answer) =>
        answer.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.ToString()))
            : [];

    private static IEnumerable<KeyValuePair<string, string>> Multiple(JsonElement answer) =>
        answer.TryGetProperty("multiValueHeaders", out var headers) && headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject().SelectMany(header => header.Value.EnumerateArray(), (header, value) => KeyValuePair.Create(header.Name, value.ToString()))
            : [];
}
