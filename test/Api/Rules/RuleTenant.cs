using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Rules;

/// <summary>A tenant of Extend whose cards differ in all that a card rule can name, each with marks that no other has.</summary>
internal static class RuleTenant
{
    public const string Name = "rules";

    private static readonly string[] Statuses = ["ACTIVE", "ACTIVE", "CLOSED", "CANCELLED", "EXPIRED", "PENDING"];

    /// <summary>The cards, as Extend tells them.</summary>
    public static async Task<JsonArray> PlantAsync(SimulatorControl simulator)
    {
        await simulator.TenantAsync(Name, cards: 12, transactionsPerCard: 4);
        var cards = await simulator.CardsAsync(Name);
        foreach (var (i, card) in cards.Index())
        {
            var id = (string)card!["id"]!;
            await simulator.PatchCardAsync(id, new JsonObject { ["displayName"] = $"mark-of-{id}", ["status"] = Statuses[i % Statuses.Length] }, Name);
            foreach (var transaction in await simulator.TransactionsAsync(id, Name))
            {
                await simulator.PatchTransactionAsync((string)transaction!["id"]!, new JsonObject { ["merchantName"] = $"shop-of-{id}" }, Name);
            }
        }

        return await simulator.CardsAsync(Name);
    }

    /// <summary>What must not be told of a card that is not the caller's.</summary>
    public static string[] Marks(JsonNode card) => [(string)card["id"]!, (string)card["displayName"]!];

    /// <summary>What the unrestricted caller is answered.</summary>
    public static async Task<Answers> ReadAsync(VtsApp vts, JsonArray cards)
    {
        var full = new Answers(await vts.ListAsync("/cards"), await vts.ListAsync("/cards/active"), await vts.ListAsync("/transactions"));
        Assert.Equal(cards.Count, full.Cards.Count);
        Assert.All(cards, card => Assert.Contains(full.Transactions, row => (string?)row!["cardId"] == (string)card!["id"]!));
        return full;
    }

    public sealed record Answers(JsonArray Cards, JsonArray Active, JsonArray Transactions);
}
