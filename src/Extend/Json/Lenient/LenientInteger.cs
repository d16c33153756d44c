using System.Text.Json;

namespace Extend.Json.Lenient;

/// <summary>Reads a whole number that an answer can do without.</summary>
internal sealed class LenientInteger : LenientConverter<long?>
{
    protected override long? ReadOrDefault(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
}
