using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Extend.Json;

/// <summary>
/// Reads free text that may have been cut in the middle of a character: half a surrogate pair or half a UTF-8 sequence
/// becomes U+FFFD instead of making the whole answer unreadable.
/// </summary>
internal sealed partial class TextConverter : JsonConverter<string>
{
    // What is longer was no text to begin with, and would take long to mend.
    private const int LongestMended = 100_000;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <summary>The text that the reader stands at.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException broken) when (reader.TokenType is JsonTokenType.String)
        {
            if ((reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) > LongestMended)
            {
                throw new JsonException("The text is too long to be mended.", broken);
            }

            var raw = Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
            var whole = LoneSurrogate().Replace(raw, static match => match.Groups["pair"].Success ? match.Value : @"\uFFFD");
            return JsonSerializer.Deserialize($"\"{whole}\"", PlainText.Default.String);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    // Escaped backslashes are consumed in pairs so that "\\ud83d" is left as the seven characters it is.
    [GeneratedRegex(@"(?<pair>\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoneSurrogate();
}
