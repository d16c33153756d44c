using System.Globalization;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Templates;

/// <summary>The REST API that the template describes.</summary>
internal sealed record RestApi
{
    public required IReadOnlyList<RestMethod> Methods { get; init; }

    /// <summary>The gateway responses by their type.</summary>
    public required IReadOnlyDictionary<string, GatewayResponse> Responses { get; init; }

    public required IReadOnlyList<string> BinaryMediaTypes { get; init; }

    /// <summary>Requests a second that the stage takes; null for no limit.</summary>
    public double? ThrottleRate { get; init; }

    /// <summary>Requests at once that the stage takes; null for no limit.</summary>
    public int? ThrottleBurst { get; init; }

    public static RestApi Read(StackTemplate template)
    {
        var api = template.OfType("AWS::ApiGateway::RestApi").Select(resource => resource.Properties).FirstOrDefault()
            ?? throw new LocalGatewayException("The template holds no AWS::ApiGateway::RestApi");
        var settings = template.OfType("AWS::ApiGateway::Stage")
            .SelectMany(stage => stage.Properties["MethodSettings"]?.AsArray() ?? [])
            .FirstOrDefault(setting => setting?["HttpMethod"]?.ToString() == "*" && setting["ResourcePath"]?.ToString() == "/*");
        return new RestApi
        {
            Methods = [.. template.OfType("AWS::ApiGateway::Method").Select(method => RestMethod.Read(template, method.Properties))],
            Responses = template.OfType("AWS::ApiGateway::GatewayResponse")
                .Select(response => GatewayResponse.Read(response.Properties))
                .ToDictionary(response => response.Type, StringComparer.Ordinal),
            BinaryMediaTypes = [.. api[nameof(BinaryMediaTypes)]?.AsArray().Select(type => type!.ToString()) ?? []],
            ThrottleRate = Number(settings?["ThrottlingRateLimit"]),
            ThrottleBurst = (int?)Number(settings?["ThrottlingBurstLimit"]),
        };
    }

    private static double? Number(JsonNode? value) => value is null ? null : double.Parse(value.ToString(), CultureInfo.InvariantCulture);
}
