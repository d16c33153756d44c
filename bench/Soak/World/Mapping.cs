using System.Text.Json;

namespace Vts.Bench.Soak.World;

/// <summary>What VTS must tell of what Extend sends: written anew from the documents, and sharing nothing with VTS.</summary>
/// <param name="isAltered">Whether amounts are wrong by one, on purpose.</param>
internal sealed class Mapping(bool isAltered)
{
    public Card CardOf(JsonElement card, JsonElement transactions, IReadOnlySet<string> made)
    {
        var currency = Text(card, "currency");
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["currency"] = currency,
            ["limit"] = Exact(Text(card, "limitCents"), currency),
            ["balance"] = Exact(Text(card, "balanceCents"), currency),
            ["createdAt"] = Time(card, "createdAt"),
        };
        foreach (var name in (string[])["id", "displayName", "limitCents", "balanceCents", "last4", "status", "lifetimeSpentCents"])
        {
            row[name] = Text(card, name);
        }

        return new(new Row(row),
        [
            .. transactions.EnumerateArray().Select(each => TransactionOf(row["id"], each, made))
                .OrderByDescending(each => each.AuthorizedAt, StringComparer.Ordinal)
                .ThenByDescending(each => each.Id, StringComparer.Ordinal),
        ]);
    }

    /// <summary>An amount in minor units as an exact decimal.</summary>
    public static string Exact(string cents, string currency)
    {
        if (cents.Length == 0)
        {
            return "";
        }

        var places = currency is "JPY" ? 0 : 2;
        var digits = cents.TrimStart('-').PadLeft(places + 1, '0');
        return (cents[0] == '-' ? "-" : "") + (places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}");
    }

    private Transaction TransactionOf(string cardId, JsonElement source, IReadOnlySet<string> made)
    {
        var (id, status, type) = (Text(source, "id"), Text(source, "status"), Text(source, "type"));
        var isSettled = status is "CLEARED" or "NO_MATCH";
        var which = isSettled ? "clearing" : "auth";
        var currency = Text(source, $"{which}BillingCurrency");
        var cents = Text(source, $"{which}BillingAmountCents");
        if (cents.Length > 0)
        {
            var amount = long.Parse(cents) + (isAltered ? 1 : 0);
            cents = $"{(type == "CREDIT" ? -Math.Abs(amount) : amount)}";
        }

        return new(new Row(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["cardId"] = cardId,
            ["status"] = status,
            ["type"] = type,
            ["amountCents"] = cents,
            ["currency"] = currency,
            ["merchantName"] = Text(source, "merchantName"),
            ["mcc"] = Text(source, "mcc"),
            ["authorizedAt"] = Time(source, "authedAt"),
            ["clearedAt"] = Time(source, "clearedAt"),
            ["amount"] = Exact(cents, currency),
            ["countsInTotal"] = isSettled || status == "PENDING" ? "true" : "false",
        }), made.Contains(id));
    }

    private static string Text(JsonElement source, string name) => source.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Time(JsonElement source, string name) => Text(source, name).Replace("+0000", "Z", StringComparison.Ordinal);
}
