using System.Text.Json;
using System.Text.Json.Serialization;
using Vts.Callers.Rules;

namespace Vts.Callers.Keys;

/// <summary>Scopes as a list of their names: <c>["cards:read","transactions:read"]</c>.</summary>
internal sealed class ScopesConverter : JsonConverter<Scopes>
{
    public override Scopes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var scopes = Scopes.None;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            scopes |= reader.TokenType is JsonTokenType.String && ScopeNames.TryParse(reader.GetString(), out var scope) ? scope : throw new JsonException();
        }

        return scopes;
    }

    public override void Write(Utf8JsonWriter writer, Scopes value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var name in ScopeNames.Of(value))
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
