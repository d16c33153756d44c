using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Extend.Transactions;

namespace Extend.Json;

/// <summary>How transactions are read of which only the usual members are wanted: the others, three in four, are passed over.</summary>
internal static class BriefJson
{
    private static readonly HashSet<string> Usual = new(StringComparer.Ordinal)
    {
        "id", "status", "virtualCardId", "type", "authBillingAmountCents", "authBillingCurrency", "clearingBillingAmountCents", "clearingBillingCurrency",
        "merchantName", "mcc", "authedAt", "clearedAt",
    };

    private static readonly JsonSerializerOptions Options = new(ExtendJson.Default.Options)
    {
        TypeInfoResolver = ExtendJson.Default.WithAddedModifier(PassOver),
    };

    /// <summary>A card's own route.</summary>
    public static JsonTypeInfo<CardTransactionsAnswer> CardTransactionsAnswer { get; } = (JsonTypeInfo<CardTransactionsAnswer>)Options.GetTypeInfo(typeof(CardTransactionsAnswer));

    /// <summary>The report.</summary>
    public static JsonTypeInfo<ReportAnswer> ReportAnswer { get; } = (JsonTypeInfo<ReportAnswer>)Options.GetTypeInfo(typeof(ReportAnswer));

    private static void PassOver(JsonTypeInfo shape)
    {
        if (shape.Type == typeof(Transaction))
        {
            foreach (var member in shape.Properties.Where(member => !Usual.Contains(member.Name)))
            {
                member.CustomConverter = Over(member.PropertyType);
            }
        }
    }

    private static JsonConverter? Over(Type type) =>
        type == typeof(string) ? new PassOver<string>()
        : type == typeof(long?) ? new PassOver<long?>()
        : type == typeof(decimal?) ? new PassOver<decimal?>()
        : type == typeof(bool?) ? new PassOver<bool?>()
        : type == typeof(DateTimeOffset?) ? new PassOver<DateTimeOffset?>()
        : type == typeof(IReadOnlyList<DeclineReason>) ? new PassOver<IReadOnlyList<DeclineReason>>()
        : null;
}
