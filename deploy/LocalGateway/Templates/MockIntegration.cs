using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Templates;

/// <summary>An integration that answers by itself: a request template gives a status, and the response of that status is sent.</summary>
internal sealed record MockIntegration
{
    /// <summary>The request templates by media type.</summary>
    public required IReadOnlyDictionary<string, string> Requests { get; init; }

    public required IReadOnlyList<MockResponse> Responses { get; init; }

    /// <summary>What becomes of a request whose media type has no template: <c>WHEN_NO_MATCH</c>, <c>WHEN_NO_TEMPLATES</c> or <c>NEVER</c>.</summary>
    public required string Passthrough { get; init; }

    public static MockIntegration Read(JsonObject integration) => new()
    {
        Requests = (integration["RequestTemplates"]?.AsObject() ?? [])
            .ToDictionary(template => template.Key, template => template.Value!.ToString(), StringComparer.OrdinalIgnoreCase),
        Responses = [.. (integration["IntegrationResponses"]?.AsArray() ?? []).Select(response => MockResponse.Read(response!.AsObject()))],
        Passthrough = integration["PassthroughBehavior"]?.ToString() ?? "WHEN_NO_MATCH",
    };
}
