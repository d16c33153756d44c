using System.Text.Json;
using Extend.Simulator.Companies;
using Extend.Simulator.Json;

namespace Extend.Simulator.VirtualCards;

/// <summary>Plants members on a card. Each is sent as it was given; where it means something, filters and sums follow it.</summary>
internal static class CardEdit
{
    public static VirtualCard Apply(VirtualCard card, Company company, JsonElement members, IEnumerable<string> removed)
    {
        foreach (var member in members.EnumerateObject())
        {
            card = Understand(card, company, member.Name, member.Value) with
            {
                Raw = (card.Raw ?? RawMembers.None).With(member.Name, member.Value),
            };
        }

        return removed.Aggregate(card, (edited, name) => edited with { Raw = (edited.Raw ?? RawMembers.None).With(name, default) });
    }

    private static VirtualCard Understand(VirtualCard card, Company company, string name, JsonElement value) => name switch
    {
        "status" when value.IsText(out var status) => card with { Status = status },
        "displayName" when value.IsText(out var displayName) => card with { DisplayName = displayName },
        "last4" when value.IsText(out var last4) => card with { Last4 = last4 },
        "currency" when value.IsText(out var currency) => card with { Currency = currency },
        "limitCents" when value.IsCents(out var cents) => card with { LimitCents = cents },
        "createdAt" when value.IsTime(out var createdAt) => card with { CreatedAt = createdAt },
        "updatedAt" when value.IsTime(out var updatedAt) => card with { UpdatedAt = updatedAt },
        "validTo" when value.IsTime(out var validTo) => card with { ValidTo = validTo },
        "inactiveSince" when value.IsTime(out var inactiveSince) => card with { InactiveSince = inactiveSince },
        "recurs" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => card with { Recurs = value.GetBoolean() },
        "recipientId" when value.IsText(out var id) && company.Recipients.FirstOrDefault(user => user.Id == id) is { } user =>
            card with { Recipient = user },
        "creditCardId" when value.IsText(out var id) && company.CreditCards.FirstOrDefault(source => source.Id == id) is { } source =>
            card with { CreditCard = source },
        _ => card,
    };
}
