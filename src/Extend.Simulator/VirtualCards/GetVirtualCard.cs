using Extend.Simulator.Http;

namespace Extend.Simulator.VirtualCards;

/// <summary><c>GET /virtualcards/{id}</c>: one card, under its envelope.</summary>
internal static class GetVirtualCard
{
    public static Answer Handle(Call call)
    {
        var id = call.Id("id");
        var tenant = call.Caller!.Tenant;
        return tenant.Cards.Find(id) is not { } card ? NotFound() : Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("virtualCard"u8);
            CardJson.Write(json, tenant.Company, card, call.Switches);
            json.WriteEndObject();
        });
    }

    public static Answer NotFound() => Answer.Error(StatusCodes.Status404NotFound, "Virtual card not found");
}
