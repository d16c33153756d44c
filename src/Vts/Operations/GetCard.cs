using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vts.Callers;
using Vts.Cards;
using Vts.Errors;
using Vts.Forms;
using Vts.Freshness;
using Vts.Queries;

namespace Vts.Operations;

/// <summary><c>GET /cards/{cardId}</c>.</summary>
public sealed class GetCard : IOperation
{
    /// <inheritdoc/>
    public static void Register(IServiceCollection services) => services.TryAddSingleton<CardReader>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/cards/{cardId}", OperationRules.Methods, HandleAsync).AsRead(
        "getCard", "Get a card", "One of your cards. A malformed id, an unknown one and another's are all the same 404.",
        Examples.Card, CardQuery.Parameters);

    private static async Task<Results<OneAnswer<Card>, CardNotFound>> HandleAsync(
        string cardId, Caller caller, Demand demand, CardQuery query, CardReader cards, CancellationToken cancellationToken) =>
        await cards.FindAsync(caller, cardId, demand, cancellationToken) is { } found
            ? new OneAnswer<Card>(found, CardMembers.All, query.Fields, query.RawText)
            : new CardNotFound();
}
