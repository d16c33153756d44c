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

/// <summary><c>GET /cards</c>.</summary>
public sealed partial class ListCards : IOperation
{
    /// <inheritdoc/>
    public static IJsonTypeInfoResolver Json => ListCardsJson.Default;

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cards", HandleAsync).AsOperation(
        "listCards", "List cards", "All of your cards, newest first. The list is whole; where it cannot be, the answer is a problem.",
        Examples.Cards);

    private static async Task<Ok<Card[]>> HandleAsync(Caller caller, CardReader cards, CancellationToken cancellationToken) =>
        TypedResults.Ok(await cards.ListAsync(caller, cancellationToken));

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Card[]))]
    private sealed partial class ListCardsJson : JsonSerializerContext;
}
