using System.Globalization;
using System.Text;
using System.Text.Json;
using Vts.LocalGateway.Templates;

namespace Vts.LocalGateway.Gateway;

/// <summary>Events and answers of an HTTP API and of a function URL (payload 2.0).</summary>
internal sealed class PayloadTwo : IPayload
{
    private static readonly string[] Dropped = ["Connection", "Content-Length", "Date", "Keep-Alive", "Server", "Transfer-Encoding", "Upgrade"];

    public byte[] Event(GatewayRequest request, RestMethod method, IReadOnlyDictionary<string, string> parameters, ReadOnlyMemory<byte> body)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var headers = ForwardedHeaders.With(request);
            string[] cookies = [.. headers.Where(IsCookie).SelectMany(cookie => cookie.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
            json.WriteStartObject();
            json.WriteString("version", "2.0");
            json.WriteString("routeKey", $"{method.HttpMethod} {method.Resource}");
            json.WriteString("rawPath", request.Path);
            json.WriteString("rawQueryString", request.RawQuery);
            if (cookies.Length > 0)
            {
                json.WriteStartArray("cookies");
                foreach (var cookie in cookies)
                {
                    json.WriteStringValue(cookie);
                }

                json.WriteEndArray();
            }

            WriteJoined(json, "headers", headers.Where(header => !IsCookie(header)).Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value)));
            WriteJoined(json, "queryStringParameters", request.Query);
            WriteContext(json, request, method);
            WriteJoined(json, "pathParameters", parameters);
            if (!body.IsEmpty)
            {
                EventBody.Write(json, body, isBinary: !IsText(request.Header("Content-Type")));
            }
            else
            {
                json.WriteBoolean("isBase64Encoded", false);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public FunctionAnswer? Answer(ReadOnlyMemory<byte> payload, GatewayRequest request)
    {
        using var document = AnswerJson.Parse(payload);
        if (document is null)
        {
            return null;
        }

        var answer = document.RootElement;
        if (answer.ValueKind is not JsonValueKind.Object || !answer.TryGetProperty("statusCode", out _))
        {
            // Without a status it is taken for the body itself.
            return new FunctionAnswer(200, [KeyValuePair.Create("Content-Type", "application/json")], Encoding.UTF8.GetBytes(answer.GetRawText()));
        }

        return AnswerJson.Status(answer) is { } status && AnswerJson.Headers(answer, "headers") is { } headers && Cookies(answer) is { } cookies && AnswerJson.Body(answer, decodes: true) is { } body
            ? new FunctionAnswer(status, [.. headers.Where(header => !Dropped.Contains(header.Key, StringComparer.OrdinalIgnoreCase)), .. cookies], body)
            : null;
    }

    private static List<KeyValuePair<string, string>>? Cookies(JsonElement answer)
    {
        if (!answer.TryGetProperty("cookies", out var cookies) || cookies.ValueKind is JsonValueKind.Null)
        {
            return [];
        }

        return cookies.ValueKind is JsonValueKind.Array ? [.. cookies.EnumerateArray().Select(cookie => KeyValuePair.Create("Set-Cookie", cookie.ToString()))] : null;
    }

    private static void WriteJoined(Utf8JsonWriter json, string member, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var groups = pairs.GroupBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        json.WriteStartObject(member);
        foreach (var group in groups)
        {
            json.WriteString(group.Key, string.Join(',', group.Select(pair => pair.Value)));
        }

        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, GatewayRequest request, RestMethod method)
    {
        json.WriteStartObject("requestContext");
        json.WriteString("accountId", LocalAccount.Id);
        json.WriteString("apiId", "local");
        json.WriteString("domainName", request.Context.Request.Host.Host);
        json.WriteString("domainPrefix", request.Context.Request.Host.Host.Split('.')[0]);
        json.WriteStartObject("http");
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Path);
        json.WriteString("protocol", request.Context.Request.Protocol);
        json.WriteString("sourceIp", request.SourceIp);
        json.WriteString("userAgent", request.Header("User-Agent") ?? "");
        json.WriteEndObject();
        json.WriteString("requestId", request.Id);
        json.WriteString("routeKey", $"{method.HttpMethod} {method.Resource}");
        json.WriteString("stage", "$default");
        json.WriteString("time", request.Time.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch", request.Time.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private static bool IsCookie(KeyValuePair<string, string> header) => string.Equals(header.Key, "Cookie", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string? mediaType) => mediaType is not null
        && (mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("json", StringComparison.OrdinalIgnoreCase)
            || mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase));
}
