using Extend.Simulator.Http;

namespace Extend.Simulator.CreditCards;

/// <summary><c>GET /creditcards/{id}</c>: one card or budget, under its envelope.</summary>
internal static class GetCreditCard
{
    public static Answer Handle(Call call)
    {
        var id = call.Id("id");
        var company = call.Caller!.Tenant.Company;
        return company.CreditCards.FirstOrDefault(card => card.Id == id) is not { } card
            ? Answer.Error(StatusCodes.Status404NotFound, "Credit card not found")
            : Answer.Json(json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("creditCard"u8);
                CreditCardJson.Write(json, company, card, call.Switches.NullMembers);
                json.WriteEndObject();
            });
    }
}
