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

namespace Vts.Operations;

/// <summary><c>GET /cards/active</c>.</summary>
public sealed partial class ListActiveCards : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => ListActiveCardsJson.Default;

    /// <inheritdoc/>
    public static void Register(IServiceCollection services) => services.TryAddSingleton<CardReader>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/cards/active", OperationRules.Methods, HandleAsync).AsRead(
        "listActiveCards", "List active cards", "Your cards whose status is ACTIVE, newest first. The list is whole; where it cannot be, the answer is a problem.",
        Examples.Cards);

    private static async Task<FreshJson<Card[]>> HandleAsync(Caller caller, Demand demand, CardReader cards, CancellationToken cancellationToken) =>
        new(await cards.ListActiveAsync(caller, demand, cancellationToken));

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Card[]))]
    private sealed partial class ListActiveCardsJson : JsonSerializerContext;
}
