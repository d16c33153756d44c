using Extend.Simulator.Http;
using Extend.Simulator.Queries;

namespace Extend.Simulator.VirtualCards;

/// <summary><c>GET /virtualcards</c>: a page of the company's cards, filtered and sorted.</summary>
internal static class ListVirtualCards
{
    private const int Largest = 50;

    public static Answer Handle(Call call)
    {
        var tenant = call.Caller!.Tenant;
        var query = CardQuery.Read(call);
        var page = Paging.Read(call, Largest).Cut(query.Apply(tenant.Cards.All), call.Switches);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            page.WritePagination(json);
            json.WriteStartArray("virtualCards"u8);
            foreach (var card in page.Items)
            {
                CardJson.Write(json, tenant.Company, card, call.Switches);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
