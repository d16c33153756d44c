using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extend.Json;

/// <summary>
/// Reads Extend's timestamps: <c>2022-03-10T14:53:54.143+0000</c>, an offset without a colon, which the framework's own
/// reader refuses; and the standard forms, in case Extend turns to them.
/// </summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd"];

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, out var time) ? time : throw new JsonException("A timestamp was expected.");

    /// <summary>Reads the timestamp that the reader stands at; false if it is none.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset time)
    {
        time = default;
        return reader.TokenType is JsonTokenType.String
            && DateTimeOffset.TryParseExact(
                TextConverter.Read(ref reader), Forms, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture));
}
