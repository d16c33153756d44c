using Extend.Simulator.Doors;
using Extend.Simulator.Http;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Transactions;

/// <summary>
/// <c>GET /virtualcards/{id}/transactions</c>: a card's transactions, newest first, without pagination. Unless asked
/// otherwise only those that are pending.
/// </summary>
internal static class ListCardTransactions
{
    private const int Usual = 25;
    private const int Largest = 500;

    public static Answer Handle(Call call)
    {
        var id = call.Id("id");
        var tenant = call.Caller!.Tenant;
        if (tenant.Cards.Find(id) is not { } card || (call.Switches.NoPerCardOnCurrentDoor && call.Caller.Door == Door.Current))
        {
            return GetVirtualCard.NotFound();
        }

        var chosen = Choose(call, tenant.TransactionsOf(card));
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("transactions"u8);
            foreach (var transaction in chosen)
            {
                TransactionJson.Write(json, tenant, card, transaction, call.Switches);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static IReadOnlyList<Transaction> Choose(Call call, IReadOnlyList<Transaction> transactions)
    {
        var statuses = call.Parameters.Joined("status");
        var before = call.Parameters.Time("before");
        var after = call.Parameters.Time("after");
        var count = Count(call);
        var edge = call.Switches.CursorInclusive ? 0 : 1;
        var chosen = transactions.Where(transaction =>
            (statuses is [] ? transaction.Status == "PENDING" : statuses.Contains(transaction.Status, StringComparer.Ordinal))
            && (before is null || before.Value.CompareTo(transaction.AuthedAt) >= edge)
            && (after is null || transaction.AuthedAt.CompareTo(after.Value) >= edge));

        // After a moment come the items nearest to it; they are sent newest first all the same.
        return after is not null && before is null ? [.. chosen.TakeLast(count)] : [.. chosen.Take(count)];
    }

    private static int Count(Call call)
    {
        var count = call.Parameters.Number("count", least: 1) ?? Usual;
        return count > Largest && call.Switches.CountOverMaximumRefused
            ? throw new RefusedException(
                StatusCodes.Status422UnprocessableEntity,
                new ErrorDetail("count", $"must be less than or equal to {Largest}", call.Parameters.Text("count")))
            : (int)Math.Min(count, Largest);
    }
}
