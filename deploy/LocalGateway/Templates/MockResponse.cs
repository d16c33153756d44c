using System.Globalization;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Templates;

/// <summary>One answer of a mock.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Pattern">The statuses of the request template that lead here, as a regular expression; null for all others.</param>
/// <param name="Headers">Header names and the expressions of their values.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="Body">The body's template.</param>
internal sealed record MockResponse(int Status, string? Pattern, IReadOnlyDictionary<string, string> Headers, string ContentType, string Body)
{
    private const string HeaderPrefix = "method.response.header.";

    public static MockResponse Read(JsonObject response)
    {
        var body = (response["ResponseTemplates"]?.AsObject() ?? []).FirstOrDefault();
        return new MockResponse(
            int.Parse(response["StatusCode"]!.ToString(), CultureInfo.InvariantCulture),
            response["SelectionPattern"]?.ToString(),
            GatewayResponse.Parameters(response["ResponseParameters"], HeaderPrefix),
            body.Key ?? "application/json",
            body.Value?.ToString() ?? "");
    }
}
