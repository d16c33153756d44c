using System.Text.Json;

namespace Extend.Json.Lenient;

/// <summary>Reads true or false that an answer can do without.</summary>
internal sealed class LenientFlag : LenientConverter<bool?>
{
    protected override bool? ReadOrDefault(ref Utf8JsonReader reader) =>
        reader.TokenType switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null };
}
