using Extend.Simulator.Http;
using Extend.Simulator.Json;
using Extend.Simulator.Tenants;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Control;

/// <summary><c>/sim/tenants/{tenant}/cards</c>: cards as Extend sends them, made and changed at will.</summary>
internal static class CardControl
{
    public static Answer List(Call call)
    {
        var tenant = TenantControl.Find(call);
        return Answer.Json(json =>
        {
            json.WriteStartArray();
            foreach (var card in tenant.Cards.All)
            {
                CardJson.Write(json, tenant.Company, card, call.Switches);
            }

            json.WriteEndArray();
        });
    }

    public static Answer Show(Call call) => Show(call, TenantControl.Find(call), call.Route("id"));

    /// <summary>Makes a card, the newest there is unless its members say otherwise.</summary>
    public static Answer Create(Call call)
    {
        var tenant = TenantControl.Find(call);
        var members = ControlBody.Object(call);
        var number = tenant.Cards.NextNumber();
        var createdAt = members.TryGetProperty("createdAt"u8, out var given) && given.IsTime(out var moment) ? moment : tenant.NextMoment();
        var id = members.TryGetProperty("id"u8, out var givenId) && givenId.IsText(out var text) ? text : tenant.Company.NewId("vc", createdAt, number);
        if (tenant.Cards.Find(id) is not null)
        {
            throw new RefusedException(StatusCodes.Status409Conflict, "There is a card with this id");
        }

        var card = new VirtualCard
        {
            Number = number,
            Id = id,
            Status = "ACTIVE",
            Recipient = tenant.Company.Administrator,
            Cardholder = tenant.Company.Administrator,
            CreditCard = tenant.Company.CreditCards[0],
            DisplayName = $"Card {number}",
            Last4 = $"{number % 10_000:D4}",
            Currency = "USD",
            CreatedAt = createdAt,
            UpdatedAt = createdAt,
            ValidTo = new DateTimeOffset(2026, 12, 31, 4, 59, 59, TimeSpan.Zero),
            LimitCents = 10_000,
            Edited = [],
        };
        tenant.Cards.Add(CardEdit.Apply(card, tenant.Company, members, []));
        return Show(call, tenant, id, StatusCodes.Status201Created);
    }

    public static Answer Patch(Call call)
    {
        var (tenant, id, members, removed) = (TenantControl.Find(call), call.Route("id"), ControlBody.Object(call), call.Parameters.Joined("remove"));
        return tenant.Cards.Edit(id, card => CardEdit.Apply(card, tenant.Company, members, removed))
            ? Show(call, tenant, id)
            : throw ControlBody.NotFound("Card");
    }

    public static Answer Delete(Call call) => TenantControl.Find(call).Cards.Edit(call.Route("id"), _ => null)
        ? Answer.Empty
        : throw ControlBody.NotFound("Card");

    /// <summary>What the card's transactions come to, in minor units of its currency; spent is that of the present period.</summary>
    public static Answer Ledger(Call call)
    {
        var card = TenantControl.Find(call).Cards.Find(call.Route("id")) ?? throw ControlBody.NotFound("Card");
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("currency"u8, card.Currency);
            json.WriteNumber("spentCents"u8, card.Ledger.SpentCents);
            json.WriteNumber("heldCents"u8, card.Ledger.HeldCents);
            json.WriteNumber("lifetimeSpentCents"u8, card.Ledger.LifetimeSpentCents);
            json.WriteNumber("limitCents"u8, card.LimitCents);
            json.WriteNumber("balanceCents"u8, card.BalanceCents);
            json.WriteEndObject();
        });
    }

    private static Answer Show(Call call, Tenant tenant, string id, int status = StatusCodes.Status200OK)
    {
        var card = tenant.Cards.Find(id) ?? throw ControlBody.NotFound("Card");
        return Answer.Json(json => CardJson.Write(json, tenant.Company, card, call.Switches), status);
    }
}
