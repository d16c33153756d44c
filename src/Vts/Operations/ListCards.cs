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

/// <summary><c>GET /cards</c>.</summary>
public sealed class ListCards : IOperation
{
    private const string Name = "listCards";

    /// <inheritdoc/>
    public static void Register(IServiceCollection services) => services.TryAddSingleton<CardReader>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/cards", OperationRules.Methods, HandleAsync).AsRead(
        Name, "List cards", "All of your cards, newest first, or those that match. The list is whole; where it cannot be, the answer is a problem. With `limit` it comes in pages.",
        Examples.Cards, CardsQuery.Parameters).ProducesProblemBody(406);

    private static async Task<RowsAnswer<Card>> HandleAsync(
        Caller caller, Demand demand, CardsQuery query, Presentation presentation, CardReader cards, Cursors cursors, CancellationToken cancellationToken)
    {
        query.EnsureAllowed(caller.Fields);
        var found = await cards.ListAsync(caller, query.Filter, demand, cancellationToken);
        var page = CardPage.Of(found, query, cursors, Name, caller);
        return new RowsAnswer<Card>(page.Rows, CardMembers.All, presentation) { NextCursor = page.NextCursor };
    }
}
