using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vts.Callers;
using Vts.Cards;
using Vts.Freshness;
using Vts.Transactions;

namespace Vts.Operations;

/// <summary><c>GET /transactions</c>.</summary>
public sealed partial class ListTransactions : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => ListTransactionsJson.Default;

    /// <inheritdoc/>
    public static void Register(IServiceCollection services)
    {
        services.TryAddSingleton<CardReader>();
        services.TryAddSingleton<TransactionReader>();
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/transactions", OperationRules.Methods, HandleAsync).AsRead(
        "listTransactions",
        "List the most recent transactions of every card",
        "The 25 most recent transactions of each of your cards, of every status, newest authorization first over all, then by id. "
        + "If one card cannot be read, the answer is a problem, never a shorter list.",
        Examples.Transactions);

    private static async Task<FreshJson<Transaction[]>> HandleAsync(Caller caller, Demand demand, TransactionReader transactions, CancellationToken cancellationToken) =>
        new(await transactions.ListAsync(caller, demand, cancellationToken));

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Transaction[]))]
    private sealed partial class ListTransactionsJson : JsonSerializerContext;
}
