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

namespace Vts.Operations;

/// <summary><c>GET /cards/{cardId}</c>.</summary>
public sealed partial class GetCard : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => GetCardJson.Default;

    /// <inheritdoc/>
    public static void Register(IServiceCollection services) => services.TryAddSingleton<CardReader>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/cards/{cardId}", OperationRules.Methods, HandleAsync).AsRead(
        "getCard", "Get a card", "One of your cards. A malformed id, an unknown one and another's are all the same 404.",
        Examples.Card);

    private static async Task<Results<FreshJson<Card>, CardNotFound>> HandleAsync(
        string cardId, Caller caller, Demand demand, CardReader cards, CancellationToken cancellationToken) =>
        await cards.FindAsync(caller, cardId, demand, cancellationToken) is { } found ? new FreshJson<Card>(found) : new CardNotFound();

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Card))]
    private sealed partial class GetCardJson : JsonSerializerContext;
}
