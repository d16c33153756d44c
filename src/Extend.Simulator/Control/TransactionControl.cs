using Extend.Simulator.Http;
using Extend.Simulator.Json;
using Extend.Simulator.Reports;
using Extend.Simulator.Tenants;
using Extend.Simulator.Transactions;

namespace Extend.Simulator.Control;

/// <summary>Transactions as Extend sends them, made and changed at will; the card's sums follow.</summary>
internal static class TransactionControl
{
    public static Answer List(Call call)
    {
        var tenant = TenantControl.Find(call);
        var card = tenant.Cards.Find(call.Route("id")) ?? throw ControlBody.NotFound("Card");
        return Answer.Json(json =>
        {
            json.WriteStartArray();
            foreach (var transaction in tenant.TransactionsOf(card))
            {
                TransactionJson.Write(json, tenant, card, transaction, call.Switches);
            }

            json.WriteEndArray();
        });
    }

    public static Answer Show(Call call) => Show(call, TenantControl.Find(call), call.Route("id"));

    /// <summary>Makes a transaction on a card: an open purchase of 10.00, the newest there is, unless its members say otherwise.</summary>
    public static Answer Create(Call call)
    {
        var tenant = TenantControl.Find(call);
        var posted = NewTransaction.Read(tenant, ControlBody.Object(call));
        var transaction = default(Transaction);
        var found = tenant.EditTransactions(call.Route("id"), (card, all) => [.. all, transaction = posted.For(card)]);
        return found ? Show(call, tenant, transaction!.Id, StatusCodes.Status201Created) : throw ControlBody.NotFound("Card");
    }

    public static Answer Patch(Call call)
    {
        var (members, removed) = (ControlBody.Object(call), call.Parameters.Joined("remove"));
        return Change(call, transaction => TransactionEdit.Apply(transaction, members, removed));
    }

    public static Answer Delete(Call call)
    {
        var tenant = TenantControl.Find(call);
        var row = Find(tenant, call.Route("id"));
        tenant.EditTransactions(row.Card.Id, (_, all) => all.Where(transaction => transaction.Id != row.Transaction.Id));
        return Answer.Empty;
    }

    /// <summary>Settles a pending transaction, for <c>amountCents</c> or for what was authorized.</summary>
    public static Answer Clear(Call call)
    {
        var body = ControlBody.Object(call);
        var posted = new PostedMembers(body);
        posted.Allow("amountCents");
        long? amount = !body.TryGetProperty("amountCents"u8, out var value) ? null
            : value.IsCents(out var cents) ? cents
            : throw ControlBody.Refuse("must be a whole number of minor units", "amountCents", value.GetRawText());
        return ChangePending(call, (transaction, at) => TransactionEdit.Clear(transaction, amount, at));
    }

    /// <summary>Withdraws a pending transaction.</summary>
    public static Answer Reverse(Call call) => ChangePending(call, TransactionEdit.Reverse);

    private static Answer ChangePending(Call call, Func<Transaction, DateTimeOffset, Transaction> change)
    {
        var at = TenantControl.Find(call).NextMoment();
        return Change(call, transaction => transaction.Status == "PENDING"
            ? change(transaction, at)
            : throw new RefusedException(StatusCodes.Status409Conflict, $"The transaction is {transaction.Status}, not PENDING"));
    }

    private static Answer Change(Call call, Func<Transaction, Transaction> change)
    {
        var tenant = TenantControl.Find(call);
        var id = call.Route("id");
        var row = Find(tenant, id);
        tenant.EditTransactions(row.Card.Id, (_, all) => [.. all.Select(transaction => transaction.Id == id ? change(transaction) : transaction)]);
        return Show(call, tenant, id);
    }

    private static ReportRow Find(Tenant tenant, string id) => tenant.FindTransaction(id) ?? throw ControlBody.NotFound("Transaction");

    private static Answer Show(Call call, Tenant tenant, string id, int status = StatusCodes.Status200OK)
    {
        var row = Find(tenant, id);
        return Answer.Json(json => TransactionJson.Write(json, tenant, row.Card, row.Transaction, call.Switches), status);
    }
}
