using Extend.Simulator.Http;
using Extend.Simulator.Queries;

namespace Extend.Simulator.CreditCards;

/// <summary><c>GET /creditcards</c>: a page of the company's cards and budgets. Every sort field gives the same order, and DESC its reverse.</summary>
internal static class ListCreditCards
{
    private const int Largest = 50;

    public static Answer Handle(Call call)
    {
        var company = call.Caller!.Tenant.Company;
        var statuses = call.Parameters.Joined("statuses").Concat(call.Parameters.Joined("status")).ToArray();
        var search = call.Parameters.Text("search");
        var type = call.Parameters.Text("type");
        var chosen = company.CreditCards.Where(card =>
            (statuses is [] || statuses.Contains(card.Status, StringComparer.Ordinal))
            && (type is null || card.Type == type)
            && (search is null
                || card.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase)
                || card.Last4.Contains(search, StringComparison.Ordinal)));
        var sorted = Sorting.IsDescending(call.Parameters) ? chosen.Reverse() : chosen;
        var page = Paging.Read(call, Largest).Cut([.. sorted], call.Switches);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("creditCards"u8);
            foreach (var card in page.Items)
            {
                CreditCardJson.Write(json, company, card, call.Switches.NullMembers);
            }

            json.WriteEndArray();
            page.WritePagination(json);
            json.WriteEndObject();
        });
    }
}
