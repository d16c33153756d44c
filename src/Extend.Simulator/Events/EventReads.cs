using System.Text.Json;
using Extend.Simulator.Http;
using Extend.Simulator.Json;
using Extend.Simulator.Queries;
using Extend.Simulator.Transactions;

namespace Extend.Simulator.Events;

/// <summary>The reads of events, newest first.</summary>
internal static class EventReads
{
    private const int LargestPage = 50;

    /// <summary><c>GET /events</c>: a page, the first of which is 0 whatever the switch for cards says.</summary>
    public static Answer List(Call call)
    {
        var tenant = call.Caller!.Tenant;
        IEnumerable<Event> events = tenant.Cards.All.SelectMany(tenant.RowsOf).Select(row => Event.Of(tenant.Company, row)).OfType<Event>()
            .OrderByDescending(item => item.At).ThenByDescending(item => item.Id, StringComparer.Ordinal);
        var zeroBased = call.Switches with { FirstCardPage = 0 };
        var page = Paging.Read(call, LargestPage, zeroBased).Cut([.. events], zeroBased);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("events"u8);
            foreach (var item in page.Items)
            {
                Write(json, call, item);
            }

            json.WriteEndArray();
            page.WritePagination(json);
            json.WriteEndObject();
        });
    }

    /// <summary><c>GET /events/{id}</c>: one event, under its envelope.</summary>
    public static Answer One(Call call)
    {
        var id = call.Id("id");
        return Find(call, id) is not { } found ? Answer.Error(StatusCodes.Status404NotFound, "Event not found") : Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("event"u8);
            Write(json, call, found);
            json.WriteEndObject();
        });
    }

    private static Event? Find(Call call, string id)
    {
        var tenant = call.Caller!.Tenant;
        return tenant.Company.PlaceOf(id) is { } place && tenant.Cards.Find(place.Card) is { } card
            ? tenant.RowsOf(card).Select(row => Event.Of(tenant.Company, row)).FirstOrDefault(item => item?.Id == id)
            : null;
    }

    private static void Write(Utf8JsonWriter json, Call call, Event item)
    {
        var row = new Members(json, call.Switches.NullMembers);
        row.Text("id"u8, item.Id);
        row.Text("type"u8, item.Type);
        row.Time("timestamp"u8, item.At);
        if (row.Object("data"u8))
        {
            TransactionJson.Write(json, call.Caller!.Tenant, item.Row.Card, item.Row.Transaction, call.Switches);
        }

        row.End();
    }
}
