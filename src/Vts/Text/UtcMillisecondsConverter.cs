using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vts.Text;

/// <summary>Writes times as RFC 3339 in UTC with exactly three fractional digits: <c>2026-03-13T18:21:00.000Z</c>.</summary>
internal sealed class UtcMillisecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.TryParseExact(
            reader.GetString(), UtcMilliseconds.Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new JsonException("A time was expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[UtcMilliseconds.Length];
        writer.WriteStringValue(text[..UtcMilliseconds.Write(value, text)]);
    }
}
