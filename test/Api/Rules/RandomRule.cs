using System.Text.Json.Nodes;
using CsCheck;
using Vts.Callers;
using Vts.Callers.Rules;

namespace Vts.Api.Tests.Rules;

/// <summary>A caller's rules as a test makes them up, and what they mean, said once more in terms of Extend's own JSON.</summary>
internal sealed record RandomRule(
    string[]? Scopes, string[]? Ids, string[]? Statuses, string[]? Recipients, string[]? Cardholders, string[]? CreditCards, string[]? Fields)
{
    /// <summary>Rules over these cards of Extend: each list is left out more often than not, and may name what no card has.</summary>
    public static Gen<RandomRule> Over(JsonArray cards)
    {
        var ids = Maybe([.. Values(cards, "id"), "vc_0000000000000000000000"]);
        var statuses = Maybe([.. Values(cards, "status"), "PENDING_REVIEW"]);
        var recipients = Maybe([.. Values(cards, "recipientId"), "u_0000000000000000000000"]);
        var cardholders = Maybe([.. Values(cards, "cardholderId"), "u_0000000000000000000000"]);
        var creditCards = Maybe([.. Values(cards, "creditCardId"), "cc_0000000000000000000000"]);
        var fields = Maybe([.. FieldNames.All]);
        return Gen.Select(Maybe([.. ScopeNames.All]), ids, statuses, recipients, Gen.Select(cardholders, creditCards), fields,
            (scopes, id, status, recipient, behind, field) => new RandomRule(scopes, id, status, recipient, behind.Item1, behind.Item2, field));
    }

    public bool MayReadCards => Scopes?.Contains("cards:read") != false;

    public bool MayReadTransactions => Scopes?.Contains("transactions:read") != false;

    public bool Covers(JsonNode card) =>
        Has(Ids, card["id"]) && Has(Statuses, card["status"]) && Has(Recipients, card["recipientId"])
        && Has(Cardholders, card["cardholderId"]) && Has(CreditCards, card["creditCardId"]);

    /// <summary>What the caller sees of a thing that an unrestricted caller sees so.</summary>
    public string Shown(JsonNode whole) => new JsonObject(whole.AsObject()
        .Where(member => Fields is null || member.Key == "id" || Fields.Contains(member.Key))
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();

    public string Shown(IEnumerable<JsonNode?> whole) => $"[{string.Join(',', whole.Select(one => Shown(one!)))}]";

    /// <summary>The settings that give these rules to a caller.</summary>
    public IEnumerable<(string Key, string Value)> Settings(int n, string token) =>
    [
        ($"Callers:{n}:Name", $"caller-{n}"), ($"Callers:{n}:TokenSha256", KnownCallers.Hash(token)),
        .. List($"Callers:{n}:Scopes", Scopes), .. List($"Callers:{n}:Cards:Ids", Ids), .. List($"Callers:{n}:Cards:Statuses", Statuses),
        .. List($"Callers:{n}:Cards:Recipients", Recipients), .. List($"Callers:{n}:Cards:Cardholders", Cardholders),
        .. List($"Callers:{n}:Cards:CreditCards", CreditCards), .. List($"Callers:{n}:Fields", Fields),
    ];

    public Caller ToCaller(string account) => new("random", account)
    {
        Scopes = Scopes is null ? Callers.Rules.Scopes.All : ScopeNames.Parse(Scopes),
        Cards = new CardRule { Ids = Ids, Statuses = Statuses, Recipients = Recipients, Cardholders = Cardholders, CreditCards = CreditCards },
        Fields = new FieldRule { Names = Fields },
    };

    private static bool Has(string[]? values, JsonNode? value) => values is null || values.Contains((string?)value);

    private static IEnumerable<(string Key, string Value)> List(string path, string[]? values) => (values ?? []).Select((value, i) => ($"{path}:{i}", value));

    private static IEnumerable<string> Values(JsonArray cards, string member) =>
        cards.Select(card => (string?)card![member]).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private static Gen<string[]?> Maybe(string[] values) => Gen.Select(Gen.Int[0, 9], Gen.Int[1, values.Length], Gen.Shuffle(values),
        (dice, count, shuffled) => dice < 6 ? null : shuffled[..count]);
}
