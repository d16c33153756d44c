using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vts.Queries;

namespace Vts.Server.Contract;

/// <summary>An operation's query parameters as the contract tells them.</summary>
internal static class ContractQuery
{
    /// <summary>One parameter.</summary>
    public static OpenApiParameter Describe(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = parameter.IsRequired,
        Style = ParameterStyle.Form,
        Explode = false,
        Example = parameter.IsList ? new JsonArray(parameter.Example) : parameter.IsWhole ? JsonValue.Create(long.Parse(parameter.Example, System.Globalization.CultureInfo.InvariantCulture)) : JsonValue.Create(parameter.Example),
        Schema = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = One(parameter) } : One(parameter),
    };

    private static OpenApiSchema One(Parameter parameter) => new()
    {
        Type = parameter.IsWhole ? JsonSchemaType.Integer : JsonSchemaType.String,
        Enum = parameter.Values is { } values ? [.. values.Select(value => (JsonNode)value)] : null,
        Pattern = parameter.Pattern,
        Minimum = parameter.Least is { } least ? $"{least}" : null,
        Maximum = parameter.Most is { } most ? $"{most}" : null,
    };
}
