using System.Text.Json;
using Extend.Simulator.Http;
using Extend.Simulator.Json;
using Extend.Simulator.Queries;
using Extend.Simulator.Tenants;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Always has one more: every page of cards or transactions is full, of items that nobody ever had.</summary>
internal sealed class EndlessPages : Fault
{
    private static readonly DateTimeOffset Newest = new(2026, 3, 15, 0, 0, 0, TimeSpan.Zero);

    public static FaultKind Kind { get; } = new(
        "endlessPages", "answers every page of cards or transactions full of invented ones, and says that there are more", [], _ => new EndlessPages());

    public override ValueTask<Answer> AnswerAsync(Call call, Func<ValueTask<Answer>> next, CancellationToken cancellationToken)
    {
        var segments = (call.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return segments switch
            {
                ["virtualcards"] => ValueTask.FromResult(Cards(Number(call, "page", 0), Number(call, "count", 25))),
                ["virtualcards", var card, "transactions"] => ValueTask.FromResult(Transactions(card, Before(call.Parameters), Number(call, "count", 25))),
                ["reports", "transactions", ..] => ValueTask.FromResult(Report(
                    call.Parameters.Text("virtualCardId") ?? "", Number(call, "page", 1), Number(call, "perPage", 25))),
                _ => next(),
            };
        }
        catch (RefusedException)
        {
            return next();
        }
    }

    private static int Number(Call call, string name, int usual) => (int)Math.Min(call.Parameters.Number(name, least: 0) ?? usual, name is "page" ? 1_000_000 : 500);

    private static Answer Cards(int page, int count) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("pagination"u8);
        json.WriteNumber("page"u8, page);
        json.WriteNumber("pageItemCount"u8, count);
        json.WriteNumber("totalItems"u8, ((page + 1L) * count) + 1);
        json.WriteNumber("numberOfPages"u8, page + 2);
        json.WriteEndObject();
        Items(json, "virtualCards", (long)page * count, count, (index, moment) =>
        {
            json.WriteString("id"u8, ExtendId.Create("vc", moment, (ulong)index));
            json.WriteString("status"u8, "ACTIVE"u8);
            json.WriteString("createdAt"u8, ExtendTime.Text(moment));
        });
        json.WriteEndObject();
    });

    private static Answer Report(string card, int page, int count) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("report"u8);
        Rows(json, card, Math.Max(0, page - 1L) * count, count);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static Answer Transactions(string card, DateTimeOffset before, int count) => Answer.Json(json =>
    {
        json.WriteStartObject();
        Rows(json, card, (long)(Newest - before).TotalMilliseconds + 1, count);
        json.WriteEndObject();
    });

    private static DateTimeOffset Before(Parameters parameters) =>
        parameters.Time("before") is { } before && before <= Newest ? before : Newest.AddMilliseconds(1);

    private static void Rows(Utf8JsonWriter json, string card, long first, int count) => Items(json, "transactions", first, count, (index, moment) =>
    {
        json.WriteString("id"u8, ExtendId.Create("txn", moment, (ulong)index));
        json.WriteString("status"u8, "PENDING"u8);
        json.WriteString("virtualCardId"u8, card);
        json.WriteNumber("authBillingAmountCents"u8, 1);
        json.WriteString("authBillingCurrency"u8, "USD"u8);
        json.WriteString("authedAt"u8, ExtendTime.Text(moment));
    });

    private static void Items(Utf8JsonWriter json, string name, long first, int count, Action<long, DateTimeOffset> write)
    {
        json.WriteStartArray(name);
        for (var index = first; index < first + count; index++)
        {
            json.WriteStartObject();
            write(index, Newest.AddMilliseconds(-index));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
