using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vts.Callers;
using Vts.Cards;
using Vts.Errors;
using Vts.Freshness;
using Vts.Transactions;

namespace Vts.Operations;

/// <summary><c>GET /cards/{cardId}/transactions</c>.</summary>
public sealed partial class ListCardTransactions : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => ListCardTransactionsJson.Default;

    /// <inheritdoc/>
    public static void Register(IServiceCollection services)
    {
        services.TryAddSingleton<CardReader>();
        services.TryAddSingleton<TransactionReader>();
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/cards/{cardId}/transactions", OperationRules.Methods, HandleAsync).AsRead(
        "listCardTransactions",
        "List a card's most recent transactions",
        "The 25 most recent transactions of one of your cards, of every status, newest authorization first, then by id.",
        Examples.Transactions);

    private static async Task<Results<FreshJson<Transaction[]>, CardNotFound>> HandleAsync(
        string cardId, Caller caller, Demand demand, TransactionReader transactions, CancellationToken cancellationToken) =>
        await transactions.FindAsync(caller, cardId, demand, cancellationToken) is { } found ? new FreshJson<Transaction[]>(found) : new CardNotFound();

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Transaction[]))]
    private sealed partial class ListCardTransactionsJson : JsonSerializerContext;
}
