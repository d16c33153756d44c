using System.Text.Json;
using Extend.Simulator.Http;

namespace Extend.Simulator.Control;

/// <summary>Reads what is sent to <c>/sim</c>.</summary>
internal static class ControlBody
{
    /// <summary>The JSON object in the body; nothing at all is an empty one.</summary>
    public static JsonElement Object(Call call)
    {
        try
        {
            var json = call.Body.IsEmpty ? JsonElement.Parse("{}"u8) : JsonElement.Parse(call.Body.Span);
            return json.ValueKind == JsonValueKind.Object ? json : throw Refuse("The body must be a JSON object");
        }
        catch (JsonException fault)
        {
            throw Refuse(fault.Message);
        }
    }

    public static BadRequestException Refuse(string error, string field = "body", string? value = null) =>
        new(StatusCodes.Status400BadRequest, new ErrorDetail(field, error, value));
}
