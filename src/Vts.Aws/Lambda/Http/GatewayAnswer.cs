using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Vts.Aws.Lambda.Http;

/// <summary>Writes an answer in the form the gateway asked in.</summary>
internal static class GatewayAnswer
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(int status, IHeaderDictionary headers, ReadOnlySpan<byte> body, bool isVersionTwo)
    {
        if (headers.ContentLength == body.Length)
        {
            // The gateway counts the bytes itself; what a HEAD would have sent it cannot know.
            headers.ContentLength = null;
        }

        var buffer = new ArrayBufferWriter<byte>(body.Length + (body.Length / 4) + 1024);
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        json.WriteNumber("statusCode", status);
        var sent = Sent(headers);
        if (isVersionTwo)
        {
            WriteVersionTwo(json, sent);
        }
        else
        {
            WriteVersionOne(json, sent);
        }

        // Text goes as it is; whatever cannot, as base64.
        var isText = Utf8.IsValid(body);
        if (isText)
        {
            json.WritePropertyName("body");
            json.WriteRawValue(QuotedText.Of(body), skipInputValidation: true);
        }
        else
        {
            json.WriteBase64String("body", body);
        }

        json.WriteBoolean("isBase64Encoded", !isText);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteVersionOne(Utf8JsonWriter json, (string Name, string[] Values)[] sent)
    {
        json.WriteStartObject("headers");
        foreach (var (name, values) in sent.Where(header => header.Values.Length is 1))
        {
            json.WriteString(name, values[0]);
        }

        json.WriteEndObject();
        json.WriteStartObject("multiValueHeaders");
        foreach (var (name, values) in sent.Where(header => header.Values.Length > 1))
        {
            WriteAll(json, name, values);
        }

        json.WriteEndObject();
    }

    private static void WriteVersionTwo(Utf8JsonWriter json, (string Name, string[] Values)[] sent)
    {
        json.WriteStartObject("headers");
        foreach (var (name, values) in sent.Where(header => !IsCookie(header.Name)))
        {
            json.WriteString(name, string.Join(", ", values));
        }

        json.WriteEndObject();
        WriteAll(json, "cookies", [.. sent.Where(header => IsCookie(header.Name)).SelectMany(header => header.Values)]);
    }

    private static void WriteAll(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static (string Name, string[] Values)[] Sent(IHeaderDictionary headers) =>
    [
        .. from header in headers
        where header.Value.Count > 0
        select (header.Key, (from value in header.Value select Visible(value ?? "")).ToArray()),
    ];

    private static bool IsCookie(string name) => name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);

    // One character that no header may hold fails the whole answer at the gateway.
    private static string Visible(string value) => value.All(IsVisible)
        ? value
        : string.Create(value.Length, value, static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = IsVisible(text[i]) ? text[i] : '?';
            }
        });

    private static bool IsVisible(char character) => character is >= ' ' and <= '~' or '\t';
}
