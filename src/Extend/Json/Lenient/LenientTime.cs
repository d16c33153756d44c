using System.Text.Json;

namespace Extend.Json.Lenient;

/// <summary>Reads a timestamp that an answer can do without.</summary>
internal sealed class LenientTime : LenientConverter<DateTimeOffset?>
{
    protected override DateTimeOffset? ReadOrDefault(ref Utf8JsonReader reader) =>
        TimestampConverter.TryRead(ref reader, out var time) ? time : null;
}
