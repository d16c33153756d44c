using System.Globalization;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Templates;

/// <summary>One method of one resource, and what it leads to: a function or a mock.</summary>
internal sealed record RestMethod
{
    /// <summary>The resource, as in <c>/cards/{cardId}</c>.</summary>
    public required string Resource { get; init; }

    public required string ResourceId { get; init; }

    /// <summary>GET and so on, or ANY.</summary>
    public required string HttpMethod { get; init; }

    public string? OperationName { get; init; }

    /// <summary>The logical id of the function's alias; null for a mock.</summary>
    public string? AliasId { get; init; }

    /// <summary>The mock; null for a function.</summary>
    public MockIntegration? Mock { get; init; }

    public required TimeSpan Timeout { get; init; }

    public static RestMethod Read(StackTemplate template, JsonObject properties)
    {
        var integration = properties["Integration"]!.AsObject();
        var type = integration["Type"]?.ToString();
        var resourceId = Intrinsics.References(properties[nameof(ResourceId)]).First();
        var resource = ResourcePath(template, properties[nameof(ResourceId)]!);
        return new RestMethod
        {
            Resource = resource,
            ResourceId = resourceId,
            HttpMethod = properties[nameof(HttpMethod)]!.ToString(),
            OperationName = properties[nameof(OperationName)]?.ToString(),
            AliasId = type == "AWS_PROXY"
                ? Intrinsics.References(integration["Uri"]).First(id => template.Find(id, "AWS::Lambda::Alias") is not null)
                : null,
            Mock = type == "MOCK" ? MockIntegration.Read(integration) : null,
            Timeout = TimeSpan.FromMilliseconds(integration["TimeoutInMillis"] is { } limit ? int.Parse(limit.ToString(), CultureInfo.InvariantCulture) : 29_000),
        };
    }

    private static string ResourcePath(StackTemplate template, JsonNode reference)
    {
        var id = Intrinsics.References(reference).First();
        if (template.Find(id, "AWS::ApiGateway::Resource") is not { } resource)
        {
            // The API itself: its root.
            return "/";
        }

        var parent = ResourcePath(template, resource["ParentId"]!);
        return $"{parent.TrimEnd('/')}/{resource["PathPart"]}";
    }
}
