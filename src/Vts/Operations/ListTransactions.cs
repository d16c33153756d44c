using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Vts.Callers;
using Vts.Transactions;

namespace Vts.Operations;

/// <summary><c>GET /transactions</c>.</summary>
public sealed partial class ListTransactions : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => ListTransactionsJson.Default;

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/transactions", HandleAsync).AsOperation(
        "listTransactions",
        "List the most recent transactions of every card",
        "The 25 most recent transactions of each of your cards, of every status, newest authorization first over all, then by id. "
        + "If one card cannot be read, the answer is a problem, never a shorter list.",
        Examples.Transactions);

    private static async Task<Ok<Transaction[]>> HandleAsync(Caller caller, TransactionReader transactions, CancellationToken cancellationToken) =>
        TypedResults.Ok(await transactions.ListAsync(caller, cancellationToken));

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Transaction[]))]
    private sealed partial class ListTransactionsJson : JsonSerializerContext;
}
