using System.Text.Json;
using Extend.Simulator.Http;

namespace Extend.Simulator.Control;

/// <summary>Reads what is sent to <c>/sim</c>.</summary>
internal static class ControlBody
{
    /// <summary>The JSON object in the body, if it can be sent on as it is; nothing at all is an empty one.</summary>
    public static JsonElement Object(Call call)
    {
        try
        {
            var json = call.Body.IsEmpty ? JsonElement.Parse("{}"u8) : JsonElement.Parse(call.Body.Span);
            using var trial = new Utf8JsonWriter(Stream.Null);
            json.WriteTo(trial);
            return json.ValueKind == JsonValueKind.Object ? json : throw Refuse("must be a JSON object");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            throw Refuse($"must be JSON: {fault.Message}");
        }
    }

    public static RefusedException Refuse(string error, string field = "body", string? value = null) =>
        new(StatusCodes.Status400BadRequest, new ErrorDetail(field, error, value));

    public static RefusedException NotFound(string what) => new(StatusCodes.Status404NotFound, $"{what} not found");
}
