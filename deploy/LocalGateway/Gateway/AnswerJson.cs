using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Vts.LocalGateway.Gateway;

/// <summary>Reads the members that the answers of both payload versions share. Null means that the answer is malformed.</summary>
internal static class AnswerJson
{
    public static JsonDocument? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonDocument.Parse(payload);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static int? Status(JsonElement answer)
    {
        if (!answer.TryGetProperty("statusCode", out var status))
        {
            return null;
        }

        var isNumber = status.ValueKind is JsonValueKind.Number or JsonValueKind.String
            && int.TryParse(status.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isNumber && int.Parse(status.ToString(), CultureInfo.InvariantCulture) is >= 200 and <= 599 and var code ? code : null;
    }

    public static List<KeyValuePair<string, string>>? Headers(JsonElement answer, string member)
    {
        if (!answer.TryGetProperty(member, out var headers) || headers.ValueKind is JsonValueKind.Null)
        {
            return [];
        }

        if (headers.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var header in headers.EnumerateObject())
        {
            var values = header.Value.ValueKind is JsonValueKind.Array ? [.. header.Value.EnumerateArray()] : new[] { header.Value };
            pairs.AddRange(values.Select(value => KeyValuePair.Create(header.Name, Text(value))));
        }

        return pairs.TrueForAll(pair => IsName(pair.Key) && IsValue(pair.Value)) ? pairs : null;
    }

    public static ReadOnlyMemory<byte>? Body(JsonElement answer, bool decodes)
    {
        if (!answer.TryGetProperty("body", out var body) || body.ValueKind is JsonValueKind.Null)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        if (body.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        var isBase64 = answer.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind is JsonValueKind.True;
        if (isBase64 && decodes)
        {
            return body.TryGetBytesFromBase64(out var bytes) ? bytes : null;
        }

        return Encoding.UTF8.GetBytes(body.GetString()!);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    };

    private static bool IsName(string name) => name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal));

    private static bool IsValue(string value) => value.All(character => character is '\t' or (>= ' ' and <= '~'));
}
