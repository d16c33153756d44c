using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Vts.Callers;
using Vts.Errors;
using Vts.Transactions;

namespace Vts.Operations;

/// <summary><c>GET /cards/{cardId}/transactions</c>.</summary>
public sealed partial class ListCardTransactions : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => ListCardTransactionsJson.Default;

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cards/{cardId}/transactions", HandleAsync).AsOperation(
        "listCardTransactions",
        "List a card's most recent transactions",
        "The 25 most recent transactions of one of your cards, of every status, newest authorization first, then by id.",
        Examples.Transactions);

    private static async Task<Results<Ok<Transaction[]>, CardNotFound>> HandleAsync(
        string cardId, Caller caller, TransactionReader transactions, CancellationToken cancellationToken) =>
        await transactions.FindAsync(caller, cardId, cancellationToken) is { } found ? TypedResults.Ok(found) : new CardNotFound();

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Transaction[]))]
    private sealed partial class ListCardTransactionsJson : JsonSerializerContext;
}
