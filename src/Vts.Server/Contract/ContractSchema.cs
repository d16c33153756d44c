using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Transactions;

namespace Vts.Server.Contract;

/// <summary>
/// Says what the generator cannot see: every member is there, null where Extend tells nothing, save those that a field rule may leave
/// out; times have our own form.
/// </summary>
internal sealed class ContractSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Properties is { Count: > 0 } properties)
        {
            schema.Required = new HashSet<string>(properties.Keys.Where(name => !MayBeHidden(context.JsonTypeInfo.Type, name)), StringComparer.Ordinal);
        }

        if (context.JsonTypeInfo.Type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        return Task.CompletedTask;
    }

    private static bool MayBeHidden(Type type, string name) => (type == typeof(Card) || type == typeof(Transaction)) && name != FieldRule.Id;
}
