using System.Text.Json;

namespace Vts.Bench.Replay.Targets;

/// <summary>The event that a REST API would give a function, as far as VTS reads it.</summary>
internal static class GatewayEvent
{
    private const string Host = "replay.invalid";

    /// <summary>Writes it for a request without a body.</summary>
    public static byte[] Write(
        string method, string target, (string Function, string Resource, string? Card) route, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var question = target.IndexOf('?');
        var path = question < 0 ? target : target[..question];
        var query = question < 0 ? [] : target[(question + 1)..].Split('&').Where(part => part.Length > 0).Select(part => part.Split('=', 2))
            .Select(part => KeyValuePair.Create(Decode(part[0]), part.Length > 1 ? Decode(part[1]) : "")).ToList();
        KeyValuePair<string, string>[] all = [.. headers, new("Host", Host), new("X-Forwarded-Proto", "https"), new("X-Forwarded-For", "127.0.0.1")];
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            resource = route.Resource,
            path,
            httpMethod = method,
            headers = Last(all),
            multiValueHeaders = Every(all),
            queryStringParameters = query.Count == 0 ? null : Last(query),
            multiValueQueryStringParameters = query.Count == 0 ? null : Every(query),
            pathParameters = route.Card is { } card ? new { cardId = card } : null,
            requestContext = new
            {
                resourcePath = route.Resource,
                httpMethod = method,
                path,
                protocol = "HTTP/1.1",
                stage = "replay",
                requestId = Guid.NewGuid().ToString(),
                identity = new { sourceIp = "127.0.0.1", userAgent = "vts-replay" },
                domainName = Host,
            },
            isBase64Encoded = false,
        });
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static Dictionary<string, string> Last(IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);

    private static Dictionary<string, string[]> Every(IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
