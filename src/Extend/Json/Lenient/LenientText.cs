using System.Text.Json;

namespace Extend.Json.Lenient;

/// <summary>Reads free text that an answer can do without.</summary>
internal sealed class LenientText : LenientConverter<string>
{
    protected override string? ReadOrDefault(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String ? TextConverter.Read(ref reader) : null;
}
