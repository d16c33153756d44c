using System.Text.Json;
using Extend.Simulator.Http;

namespace Extend.Simulator.Doors;

/// <summary>Reads text members of a JSON body; a missing or blank one is refused in Extend's form for field trouble.</summary>
internal static class BodyFields
{
    public static IReadOnlyDictionary<string, string> Read(ReadOnlyMemory<byte> body, params string[] names)
    {
        var values = names.ToDictionary(name => name, name => ReadOptional(body, name), StringComparer.Ordinal);
        var blank = values.Where(value => string.IsNullOrWhiteSpace(value.Value)).Select(value => value.Key).ToArray();
        return blank is []
            ? values.ToDictionary(value => value.Key, value => value.Value!, StringComparer.Ordinal)
            : throw new RefusedException(
                StatusCodes.Status422UnprocessableEntity, [.. blank.Select(name => new ErrorDetail(name, "must not be blank", null))]);
    }

    public static string? ReadOptional(ReadOnlyMemory<byte> body, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest);
        }
    }
}
