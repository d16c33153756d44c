using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extend.Json.Lenient;

/// <summary>Reads a member that an answer can do without: a value that is not of its kind is as good as none.</summary>
internal abstract class LenientConverter<T> : JsonConverter<T>
{
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = ReadOrDefault(ref reader);

        // A value that was not taken is passed over whole, whatever it holds.
        reader.Skip();
        return value;
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Extend's answers are only read.");

    /// <summary>The value; the default, with the reader where it was, if it is of another kind.</summary>
    protected abstract T? ReadOrDefault(ref Utf8JsonReader reader);
}
