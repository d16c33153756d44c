using System.Text.Json;
using Extend.VirtualCards;

namespace Extend.Json.Lenient;

/// <summary>Reads a person that an answer can do without.</summary>
internal sealed class LenientUser : LenientConverter<User>
{
    protected override User? ReadOrDefault(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.StartObject ? JsonSerializer.Deserialize(ref reader, ExtendJson.Default.User) : null;
}
