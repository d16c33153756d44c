using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vts.Callers;
using Vts.Cards;
using Vts.Forms;
using Vts.Freshness;
using Vts.Queries;

namespace Vts.Operations;

/// <summary><c>GET /cards/active</c>.</summary>
public sealed class ListActiveCards : IOperation
{
    private const string Name = "listActiveCards";

    /// <inheritdoc/>
    public static void Register(IServiceCollection services) => services.TryAddSingleton<CardReader>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/cards/active", OperationRules.Methods, HandleAsync).AsRead(
        Name, "List active cards", "Your cards whose status is ACTIVE, newest first, or those of them that match. The list is whole; where it cannot be, the answer is a problem. With `limit` it comes in pages.",
        Examples.Cards, CardsQuery.ParametersActive).ProducesProblemBody(406);

    private static async Task<RowsAnswer<Card>> HandleAsync(
        Caller caller, Demand demand, CardsQuery query, Presentation presentation, CardReader cards, Cursors cursors, CancellationToken cancellationToken)
    {
        query.EnsureAllowed(caller.Fields);
        var found = await cards.ListActiveAsync(caller, query.Filter, demand, cancellationToken);
        var page = CardPage.Of(found, query, cursors, Name, caller);
        return new RowsAnswer<Card>(page.Rows, CardMembers.All, presentation) { NextCursor = page.NextCursor };
    }
}
