using System.Text.Json;

namespace Vts.Aws.Lambda.Http;

/// <summary>
/// Reads an event member by member: a serializer's description of the types would be made in each function's first call, and cost more
/// than all the reading. What is missing or null is null.
/// </summary>
internal static class EventMembers
{
    /// <exception cref="InvalidOperationException">A member is of another kind than it must be, or is text that is none.</exception>
    public static GatewayEvent Read(JsonElement json) => new()
    {
        Version = Text(json, "version"),
        HttpMethod = Text(json, "httpMethod"),
        Path = Text(json, "path"),
        RawPath = Text(json, "rawPath"),
        RawQueryString = Text(json, "rawQueryString"),
        Headers = Map(json, "headers", Text),
        MultiValueHeaders = Map(json, "multiValueHeaders", Texts),
        QueryStringParameters = Map(json, "queryStringParameters", Text),
        MultiValueQueryStringParameters = Map(json, "multiValueQueryStringParameters", Texts),
        Cookies = Member(json, "cookies") is { } cookies ? Texts(cookies) : null,
        RequestContext = Member(json, "requestContext") is { } context ? Context(context) : null,
        Body = Text(json, "body"),
        IsBase64Encoded = Member(json, "isBase64Encoded")?.GetBoolean(),
    };

    private static GatewayRequestContext Context(JsonElement json) => new(
        Text(json, "stage"),
        Text(json, "path"),
        Text(json, "protocol"),
        Member(json, "identity") is { } identity ? new GatewayIdentity(Text(identity, "sourceIp")) : null,
        Member(json, "http") is { } http ? new GatewayHttp(Text(http, "method"), Text(http, "protocol"), Text(http, "sourceIp")) : null);

    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    private static string? Text(JsonElement json, string name) => Member(json, name) is { } member ? Text(member) : null;

    private static string? Text(JsonElement json) => json.GetString();

    private static string?[]? Texts(JsonElement json) => json.ValueKind is JsonValueKind.Null ? null : [.. json.EnumerateArray().Select(Text)];

    private static Dictionary<string, T>? Map<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (Member(json, name) is not { } members)
        {
            return null;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject())
        {
            map[member.Name] = read(member.Value);
        }

        return map;
    }
}
