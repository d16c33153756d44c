using System.Text.Json;

namespace Extend.Json.Lenient;

/// <summary>Reads a name that an answer can do without, and that stands alone or as the <c>name</c> of an object.</summary>
internal sealed class LenientName : LenientConverter<string>
{
    protected override string? ReadOrDefault(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => TextConverter.Read(ref reader),
        JsonTokenType.StartObject => JsonSerializer.Deserialize(ref reader, ExtendJson.Default.NamedObject)?.Name,
        _ => null,
    };
}
