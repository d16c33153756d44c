using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Forms;
using Vts.Transactions;
using Vts.Transactions.Summary;

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
            AddOthers(schema, context.JsonTypeInfo.Type);
            schema.Required = new HashSet<string>(properties.Keys.Where(name => !MayBeHidden(context.JsonTypeInfo.Type, name)), StringComparer.Ordinal);
        }

        if (context.JsonTypeInfo.Type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        return Task.CompletedTask;
    }

    // Members that are only written where they are asked for are no part of the records that callers see usually.
    private static void AddOthers(OpenApiSchema schema, Type type)
    {
        foreach (var (name, kind) in Others(type).Where(member => schema.Properties!.ContainsKey(member.Name) is false))
        {
            schema.Properties![name] = new OpenApiSchema
            {
                Type = JsonSchemaType.Null | kind switch
                {
                    MemberKind.Cents or MemberKind.Whole => JsonSchemaType.Integer,
                    MemberKind.Flag => JsonSchemaType.Boolean,
                    _ => JsonSchemaType.String,
                },
                Format = kind is MemberKind.Time ? "date-time" : kind is MemberKind.Cents or MemberKind.Whole ? "int64" : null,
                Description = kind is MemberKind.Exact ? "An exact decimal, as text." : null,
            };
        }
    }

    private static IEnumerable<(string Name, MemberKind Kind)> Others(Type type) =>
        type == typeof(Card) ? CardMembers.All.Select(member => (member.Name, member.Kind))
        : type == typeof(Transaction) ? TransactionMembers.All.Select(member => (member.Name, member.Kind))
        : type == typeof(SummaryRow) ? SummaryMembers.All.Select(member => (member.Name, member.Kind))
        : [];

    private static bool MayBeHidden(Type type, string name) => ((type == typeof(Card) || type == typeof(Transaction)) && name != FieldRule.Id) || type == typeof(SummaryRow);
}
