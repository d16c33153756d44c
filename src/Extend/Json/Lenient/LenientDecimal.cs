using System.Text.Json;

namespace Extend.Json.Lenient;

/// <summary>Reads a number that may have a fraction that an answer can do without.</summary>
internal sealed class LenientDecimal : LenientConverter<decimal?>
{
    protected override decimal? ReadOrDefault(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number && reader.TryGetDecimal(out var number) ? number : null;
}
