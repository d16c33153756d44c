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

/// <summary><c>GET /cards</c>.</summary>
public sealed partial class ListCards : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => ListCardsJson.Default;

    /// <inheritdoc/>
    public static void Register(IServiceCollection services) => services.TryAddSingleton<CardReader>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/cards", OperationRules.Methods, HandleAsync).AsRead(
        "listCards", "List cards", "All of your cards, newest first. The list is whole; where it cannot be, the answer is a problem.",
        Examples.Cards);

    private static async Task<FreshJson<Card[]>> HandleAsync(Caller caller, Demand demand, CardReader cards, CancellationToken cancellationToken) =>
        new(await cards.ListAsync(caller, demand, cancellationToken));

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Card[]))]
    private sealed partial class ListCardsJson : JsonSerializerContext;
}
