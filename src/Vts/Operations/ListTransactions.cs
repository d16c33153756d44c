using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vts.Callers;
using Vts.Cards;
using Vts.Forms;
using Vts.Freshness;
using Vts.Queries;
using Vts.Transactions;
using Vts.Transactions.History;

namespace Vts.Operations;

/// <summary><c>GET /transactions</c>.</summary>
public sealed class ListTransactions : IOperation
{
    private const string Name = "listTransactions";

    /// <inheritdoc/>
    public static void Register(IServiceCollection services)
    {
        services.TryAddSingleton<CardReader>();
        services.TryAddSingleton<TransactionReader>();
        services.TryAddSingleton<HistoryReader>();
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/transactions", OperationRules.Methods, HandleAsync).AsRead(
        Name,
        "List the transactions of every card",
        "The 25 most recent transactions of each of your cards, of every status, newest authorization first over all, then by id; or the 25 most recent that match. "
        + "With `limit` it is the whole history of all of them in pages. As NDJSON and CSV without `limit` it comes card by card. "
        + "If one card cannot be read, the answer is a problem, never a shorter list, unless you send `Prefer: handling=lenient`.",
        Examples.Transactions,
        TransactionsQuery.Parameters).TakesPreference().ProducesProblemBody(406);

    private static async Task<Results<RowsAnswer<Transaction>, RowStreamAnswer>> HandleAsync(
        Caller caller, Demand demand, TransactionsQuery query, Presentation presentation, Preference preference,
        TransactionReader transactions, HistoryReader history, Cursors cursors, CancellationToken cancellationToken)
    {
        query.EnsureAllowed(caller.Fields, presentation.Form);
        var coverage = new Coverage(preference.IsLenient, caller.Fields.Shows("cardId"));
        if (query.IsWhole || (!query.IsPage && presentation.Form is not Form.Json))
        {
            var all = query.IsUsual
                ? await transactions.OpenAsync(caller, presentation.IsBrief, demand, coverage, cancellationToken)
                : await history.OpenAsync(caller, query.Filter, presentation.IsBrief, query.IsWhole ? null : MostRecent.Count, demand, coverage, cancellationToken);
            return new RowStreamAnswer(all, TransactionMembers.All, caller.Fields, presentation, coverage);
        }

        if (!query.IsPage)
        {
            var recent = query.IsUsual
                ? await transactions.ListAsync(caller, demand, coverage, cancellationToken)
                : await history.ListRecentAsync(caller, query.Filter, presentation.IsBrief, demand, coverage, cancellationToken);
            return new RowsAnswer<Transaction>(recent, TransactionMembers.All, presentation) { Coverage = coverage };
        }

        var binding = query.BindingOf(caller);
        var limit = query.Limit ?? TransactionsQuery.UsualPage;
        var rows = await history.ListAsync(caller, query.Filter, presentation.IsBrief, query.After(cursors, Name, binding), limit, demand, coverage, cancellationToken);
        var page = rows.Select<Transaction[]>(found => [.. found.Take(limit)]);
        return new RowsAnswer<Transaction>(page, TransactionMembers.All, presentation)
        {
            Coverage = coverage,
            NextCursor = rows.Value.Length > limit ? TransactionsQuery.Next(cursors, Name, binding, page.Value[^1]) : null,
        };
    }
}
