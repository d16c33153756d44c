using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Vts.Callers;
using Vts.Cards;

namespace Vts.Operations;

/// <summary><c>GET /cards/active</c>.</summary>
public sealed partial class ListActiveCards : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => ListActiveCardsJson.Default;

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cards/active", HandleAsync).AsOperation(
        "listActiveCards", "List active cards", "Your cards whose status is ACTIVE, newest first. The list is whole; where it cannot be, the answer is a problem.",
        Examples.Cards);

    private static async Task<Ok<Card[]>> HandleAsync(Caller caller, CardReader cards, CancellationToken cancellationToken) =>
        TypedResults.Ok(await cards.ListActiveAsync(caller, cancellationToken));

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Card[]))]
    private sealed partial class ListActiveCardsJson : JsonSerializerContext;
}
