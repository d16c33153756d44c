using System.Text;
using System.Text.RegularExpressions;
using Vts.LocalGateway.Templates;

namespace Vts.LocalGateway.Gateway;

/// <summary>Writes what the caller gets: a function's answer, a mock's, or the gateway's own.</summary>
internal sealed class AnswerWriter(RestApi api)
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    public static Task WriteAsync(GatewayRequest request, FunctionAnswer answer) => SendAsync(request, answer.Status, answer.Headers, answer.Body);

    /// <summary>Answers a fault as the template's gateway response says, or as AWS does where it says nothing.</summary>
    public Task WriteAsync(GatewayRequest request, GatewayFault fault, string resource)
    {
        var response = api.Responses.GetValueOrDefault(fault.Type) ?? api.Responses.GetValueOrDefault(fault.Default);
        var expressions = new Expressions(request, resource, fault.Message, fault.Type);
        var body = expressions.Fill(response?.Body ?? "{\"message\":$context.error.messageString}");
        return SendAsync(
            request,
            response?.Status ?? fault.Status,
            Headers(response?.ContentType ?? "application/json", response?.Headers, expressions),
            Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Answers as a mock says.</summary>
    public static Task WriteAsync(GatewayRequest request, MockResponse response, string resource)
    {
        var expressions = new Expressions(request, resource, "", "");
        return SendAsync(request, response.Status, Headers(response.ContentType, response.Headers, expressions), Encoding.UTF8.GetBytes(expressions.Fill(response.Body)));
    }

    /// <summary>The answer of a mock to a request, or the fault that there is none.</summary>
    public static (MockResponse? Response, GatewayFault? Fault) Choose(MockIntegration mock, GatewayRequest request)
    {
        var mediaType = request.Header("Content-Type")?.Split(';')[0].Trim() ?? "application/json";
        if (!mock.Requests.TryGetValue(mediaType, out var template))
        {
            // With WHEN_NO_MATCH the body itself would have to hold the status.
            return mock.Passthrough == "WHEN_NO_MATCH" ? (null, GatewayFault.IntegrationFailure) : (null, GatewayFault.UnsupportedMediaType);
        }

        var status = Regex.Match(template, "\"statusCode\"\\s*:\\s*\"?(?<status>[0-9]{3})", RegexOptions.ExplicitCapture, PatternLimit).Groups["status"].Value;
        var response = mock.Responses.FirstOrDefault(response => response.Pattern is { } pattern && Regex.IsMatch(status, $"^(?:{pattern})$", RegexOptions.ExplicitCapture, PatternLimit))
            ?? mock.Responses.FirstOrDefault(response => response.Pattern is null);
        return status.Length == 0 || response is null ? (null, GatewayFault.IntegrationFailure) : (response, null);
    }

    private static List<KeyValuePair<string, string>> Headers(string contentType, IReadOnlyDictionary<string, string>? headers, Expressions expressions)
    {
        List<KeyValuePair<string, string>> all = [.. headers?.Select(header => KeyValuePair.Create(header.Key, expressions.Value(header.Value))) ?? []];
        if (!all.Exists(header => string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            all.Add(KeyValuePair.Create("Content-Type", contentType));
        }

        return all;
    }

    private static async Task SendAsync(GatewayRequest request, int status, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        var response = request.Context.Response;
        response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            response.Headers.Append(name, value);
        }

        response.Headers["x-amzn-RequestId"] = request.Id;
        response.Headers["x-amz-apigw-id"] = request.ExtendedId;
        if (status is 204 or 304 || (body.IsEmpty && HttpMethods.IsHead(request.Method)))
        {
            return;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, request.Context.RequestAborted);
    }
}
