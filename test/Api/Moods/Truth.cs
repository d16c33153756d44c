using System.Globalization;
using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Moods;

/// <summary>What the simulator's company really has, in the words of the contract.</summary>
internal sealed class Truth
{
    private const int MostRecent = 25;

    private readonly string[] _cards;
    private readonly string[] _active;
    private readonly Dictionary<string, string[]> _histories;
    private readonly Dictionary<string, Dictionary<string, string>> _byId = new(StringComparer.Ordinal);

    private Truth(JsonArray cards, Dictionary<string, JsonArray> histories)
    {
        foreach (var card in cards.Concat(histories.Values.SelectMany(rows => rows)))
        {
            var members = card!.AsObject();
            _byId[(string)card["id"]!] = members.ContainsKey("limitCents") ? Card(card) : Transaction(card);
        }

        _cards = [.. cards.Select(card => (string)card!["id"]!)];
        _active = [.. cards.Where(card => (string?)card!["status"] is "ACTIVE").Select(card => (string)card!["id"]!)];
        _histories = histories.ToDictionary(
            entry => entry.Key,
            entry => entry.Value.Select(row => (string)row!["id"]!).OrderByDescending(id => _byId[id]["authorizedAt"], StringComparer.Ordinal).ThenByDescending(id => id, StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>A card with transactions.</summary>
    public string Card() => _cards[0];

    public static async Task<Truth> ReadAsync(SimulatorControl simulator, string tenant)
    {
        var cards = await simulator.CardsAsync(tenant);
        var histories = new Dictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var id in cards.Select(card => (string)card!["id"]!))
        {
            histories[id] = await simulator.TransactionsAsync(id, tenant);
        }

        return new Truth(cards, histories);
    }

    /// <summary>What is told of a card or transaction; null if there is none of this id.</summary>
    public IReadOnlyDictionary<string, string>? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The ids that an answer without filter must have, but for those of the cards that it says it lacks.</summary>
    public IEnumerable<string> Whole(Question question, IReadOnlyCollection<string> failed)
    {
        var left = _cards.Except(failed, StringComparer.Ordinal);
        var isAll = question.Path.Contains("limit=", StringComparison.Ordinal);
        return question.Operation switch
        {
            "/cards" => _cards,
            "/cards/active" => _active,
            "/cards/{cardId}" => [Card()],
            "/cards/{cardId}/transactions" => isAll ? _histories[Card()] : _histories[Card()].Take(MostRecent),
            _ => left.SelectMany(card => isAll ? _histories[card] : _histories[card].Take(MostRecent)),
        };
    }

    /// <summary>How many transactions those cards have, and what those that count come to, by currency.</summary>
    public IReadOnlyDictionary<string, (long Transactions, Int128 Cents)> Totals(IReadOnlyCollection<string> failed) => _cards.Except(failed, StringComparer.Ordinal)
        .SelectMany(card => _histories[card]).Select(id => _byId[id])
        .GroupBy(row => row["currency"], StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => ((long)group.Count(), Sum(group.Where(row => row["status"] is "PENDING" or "CLEARED" or "NO_MATCH").Select(row => row["amountCents"]))),
            StringComparer.Ordinal);

    public static Int128 Sum(IEnumerable<string> amounts) =>
        amounts.Aggregate(Int128.Zero, (sum, amount) => sum + Int128.Parse(amount, CultureInfo.InvariantCulture));

    private static Dictionary<string, string> Card(JsonNode card) => Pick(card, "status", "limitCents", "balanceCents", "currency");

    private static Dictionary<string, string> Transaction(JsonNode row)
    {
        var isSettled = (string?)row["status"] is "CLEARED" or "NO_MATCH";
        var amount = (long?)row[isSettled ? "clearingBillingAmountCents" : "authBillingAmountCents"];
        var told = Pick(row, "status", "type");
        told["cardId"] = (string)row["virtualCardId"]!;
        told["amountCents"] = ((string?)row["type"] is "CREDIT" && amount > 0 ? -amount : amount)?.ToString(CultureInfo.InvariantCulture) ?? "";
        told["currency"] = (string?)row[isSettled ? "clearingBillingCurrency" : "authBillingCurrency"] ?? "";
        told["authorizedAt"] = ((string?)row["authedAt"])?.Replace("+0000", "Z", StringComparison.Ordinal) ?? "";
        return told;
    }

    private static Dictionary<string, string> Pick(JsonNode node, params string[] names) =>
        names.ToDictionary(name => name, name => node[name]?.ToString() ?? "", StringComparer.Ordinal);
}
