using System.Globalization;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Templates;

/// <summary>How the gateway itself answers one kind of fault.</summary>
/// <param name="Type">The kind, as in <c>THROTTLED</c>.</param>
/// <param name="Status">HTTP status; null to leave the fault's own.</param>
/// <param name="Headers">Header names and the expressions of their values.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="Body">The body's template; null for AWS's own.</param>
internal sealed record GatewayResponse(string Type, int? Status, IReadOnlyDictionary<string, string> Headers, string ContentType, string? Body)
{
    private const string HeaderPrefix = "gatewayresponse.header.";

    public static GatewayResponse Read(JsonObject properties)
    {
        var body = (properties["ResponseTemplates"]?.AsObject() ?? []).FirstOrDefault();
        return new GatewayResponse(
            properties["ResponseType"]!.ToString(),
            properties["StatusCode"] is { } status ? int.Parse(status.ToString(), CultureInfo.InvariantCulture) : null,
            Parameters(properties["ResponseParameters"], HeaderPrefix),
            body.Key ?? "application/json",
            body.Value?.ToString());
    }

    /// <summary>The parameters with this prefix, by what follows it.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(JsonNode? parameters, string prefix) => (parameters?.AsObject() ?? [])
        .Where(parameter => parameter.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(parameter => parameter.Key[prefix.Length..], parameter => parameter.Value!.ToString(), StringComparer.OrdinalIgnoreCase);
}
