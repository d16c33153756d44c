using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extend.Json;

/// <summary>Passes over a member that is not wanted, whatever it is.</summary>
internal sealed class PassOver<T> : JsonConverter<T>
{
    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNullValue();
}
