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
using Vts.Transactions;
using Vts.Transactions.History;

namespace Vts.Operations;

/// <summary><c>GET /cards/{cardId}/transactions</c>.</summary>
public sealed class ListCardTransactions : IOperation
{
    private const string Name = "listCardTransactions";

    /// <inheritdoc/>
    public static void Register(IServiceCollection services)
    {
        services.TryAddSingleton<CardReader>();
        services.TryAddSingleton<TransactionReader>();
        services.TryAddSingleton<HistoryReader>();
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/cards/{cardId}/transactions", OperationRules.Methods, HandleAsync).AsRead(
        Name,
        "List a card's transactions",
        "The 25 most recent transactions of one of your cards, of every status, newest authorization first, then by id; or those that match. "
        + "The field `Link` leads to the rest of its history, 25 or `limit` at a time.",
        Examples.Transactions,
        TransactionsQuery.Parameters).ProducesProblemBody(406);

    private static async Task<Results<RowsAnswer<Transaction>, RowStreamAnswer, CardNotFound>> HandleAsync(
        string cardId, Caller caller, Demand demand, TransactionsQuery query, Presentation presentation,
        TransactionReader transactions, HistoryReader history, Cursors cursors, CancellationToken cancellationToken)
    {
        query.EnsureAllowed(caller.Fields, presentation.Form);
        if (query.IsWhole)
        {
            return await history.FindAllAsync(caller, cardId, query.Filter, presentation.IsBrief, demand, cancellationToken) is { } all
                ? new RowStreamAnswer(all, TransactionMembers.All, caller.Fields, presentation, coverage: null)
                : new CardNotFound();
        }

        var limit = query.Limit ?? MostRecent.Count;
        if (query.IsUsual && await transactions.FindAsync(caller, cardId, demand, cancellationToken) is { } recent)
        {
            // Whether there is more than a full page is not asked: the next page may be empty.
            return Answer(recent, recent.Value.Length == limit);
        }

        return !query.IsUsual && await history.FindAsync(caller, cardId, query.Filter, presentation.IsBrief, query.After(cursors, Name, query.BindingOf(caller, cardId)), limit, demand, cancellationToken) is { } rows
            ? Answer(rows.Select<Transaction[]>(all => [.. all.Take(limit)]), rows.Value.Length > limit)
            : new CardNotFound();

        RowsAnswer<Transaction> Answer(Fresh<Transaction[]> rows, bool hasMore) => new(rows, TransactionMembers.All, presentation)
        {
            NextCursor = hasMore ? TransactionsQuery.Next(cursors, Name, query.BindingOf(caller, cardId), rows.Value[^1]) : null,
        };
    }
}
