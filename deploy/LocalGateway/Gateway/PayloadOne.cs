using System.Globalization;
using System.Text.Json;
using Vts.LocalGateway.Templates;

namespace Vts.LocalGateway.Gateway;

/// <summary>Events and answers of a REST API (payload 1.0).</summary>
internal sealed class PayloadOne(BinaryMedia binary) : IPayload
{
    private static readonly string[] Members = ["statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded"];

    // Of the caller, what only IAM, Cognito, API keys or client certificates would tell.
    private static readonly string[] UnknownIdentity =
    [
        "cognitoIdentityPoolId", "accountId", "cognitoIdentityId", "caller", "principalOrgId", "accessKey", "cognitoAuthenticationType",
        "cognitoAuthenticationProvider", "userArn", "user", "apiKey", "apiKeyId", "clientCert",
    ];

    public byte[] Event(GatewayRequest request, RestMethod method, IReadOnlyDictionary<string, string> parameters, ReadOnlyMemory<byte> body)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var headers = ForwardedHeaders.With(request);
            json.WriteStartObject();
            json.WriteString("resource", method.Resource);
            json.WriteString("path", request.Path);
            json.WriteString("httpMethod", request.Method);
            WriteLast(json, "headers", headers, StringComparer.OrdinalIgnoreCase);
            WriteAll(json, "multiValueHeaders", headers, StringComparer.OrdinalIgnoreCase);
            WriteLast(json, "queryStringParameters", request.Query, StringComparer.Ordinal);
            WriteAll(json, "multiValueQueryStringParameters", request.Query, StringComparer.Ordinal);
            WriteLast(json, "pathParameters", [.. parameters], StringComparer.Ordinal);
            json.WriteNull("stageVariables");
            WriteContext(json, request, method);
            EventBody.Write(json, body, binary.Includes(request.Header("Content-Type")));
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public FunctionAnswer? Answer(ReadOnlyMemory<byte> payload, GatewayRequest request)
    {
        using var document = AnswerJson.Parse(payload);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } answer
            || answer.EnumerateObject().Any(member => !Members.Contains(member.Name, StringComparer.Ordinal))
            || AnswerJson.Status(answer) is not { } status
            || AnswerJson.Headers(answer, "headers") is not { } single
            || AnswerJson.Headers(answer, "multiValueHeaders") is not { } multiple)
        {
            return null;
        }

        // The two are merged; what both say is said once.
        List<KeyValuePair<string, string>> headers = [.. single.Where(header => !multiple.Exists(other =>
            other.Value == header.Value && string.Equals(other.Key, header.Key, StringComparison.OrdinalIgnoreCase))), .. multiple];
        if (!headers.Exists(header => string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(KeyValuePair.Create("Content-Type", "application/json"));
        }

        var contentType = headers.FindLast(header => string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        var decodes = binary.Includes(contentType) || binary.Includes(request.Header("Accept")?.Split(',')[0]);
        return AnswerJson.Body(answer, decodes) is { } body
            ? new FunctionAnswer(status, [.. headers.Select(Rename).OfType<KeyValuePair<string, string>>()], body)
            : null;
    }

    private static KeyValuePair<string, string>? Rename(KeyValuePair<string, string> header) =>
        RenamedHeaders.Current.InAnswer(header.Key) is { } name ? KeyValuePair.Create(name, header.Value) : null;

    private static void WriteLast(Utf8JsonWriter json, string member, IReadOnlyList<KeyValuePair<string, string>> pairs, StringComparer names)
    {
        if (pairs.Count == 0)
        {
            json.WriteNull(member);
            return;
        }

        json.WriteStartObject(member);
        foreach (var group in pairs.GroupBy(pair => pair.Key, names))
        {
            json.WriteString(group.Key, group.Last().Value);
        }

        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, string member, IReadOnlyList<KeyValuePair<string, string>> pairs, StringComparer names)
    {
        if (pairs.Count == 0)
        {
            json.WriteNull(member);
            return;
        }

        json.WriteStartObject(member);
        foreach (var group in pairs.GroupBy(pair => pair.Key, names))
        {
            json.WriteStartArray(group.Key);
            foreach (var (_, value) in group)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, GatewayRequest request, RestMethod method)
    {
        json.WriteStartObject("requestContext");
        json.WriteString("resourceId", method.ResourceId);
        json.WriteString("resourcePath", method.Resource);
        if (method.OperationName is { } operation)
        {
            json.WriteString("operationName", operation);
        }

        json.WriteString("httpMethod", request.Method);
        json.WriteString("extendedRequestId", request.ExtendedId);
        json.WriteString("requestTime", request.Time.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));

        // As at a domain of the operator's own: the stage is no part of the address.
        json.WriteString("path", request.Path);
        json.WriteString("accountId", LocalAccount.Id);
        json.WriteString("protocol", request.Context.Request.Protocol);
        json.WriteString("stage", LocalAccount.Stage);
        json.WriteString("domainPrefix", request.Context.Request.Host.Host.Split('.')[0]);
        json.WriteNumber("requestTimeEpoch", request.Time.ToUnixTimeMilliseconds());
        json.WriteString("requestId", request.Id);
        json.WriteStartObject("identity");
        foreach (var name in UnknownIdentity)
        {
            json.WriteNull(name);
        }

        json.WriteString("sourceIp", request.SourceIp);
        json.WriteString("userAgent", request.Header("User-Agent"));
        json.WriteEndObject();
        json.WriteString("domainName", request.Context.Request.Host.Host);
        json.WriteString("deploymentId", "local");
        json.WriteString("apiId", "local");
        json.WriteEndObject();
    }
}
