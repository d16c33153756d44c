using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Vts.Server.Contract;

/// <summary>Says what the generator cannot see: every member is always there, null where Extend tells nothing; times have our own form.</summary>
internal sealed class ContractSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Properties is { Count: > 0 } properties)
        {
            schema.Required = new HashSet<string>(properties.Keys, StringComparer.Ordinal);
        }

        if (context.JsonTypeInfo.Type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        return Task.CompletedTask;
    }
}
