using Extend.Simulator.Http;

namespace Extend.Simulator.Transactions;

/// <summary><c>GET /transactions/{id}</c>: one transaction, bare.</summary>
internal static class GetTransaction
{
    public static Answer Handle(Call call)
    {
        var id = call.Id("id");
        var tenant = call.Caller!.Tenant;
        return tenant.FindTransaction(id) is not { } found
            ? Answer.Error(StatusCodes.Status404NotFound, "Transaction not found")
            : Answer.Json(json => TransactionJson.Write(json, tenant, found.Card, found.Transaction, call.Switches));
    }
}
