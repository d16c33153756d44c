using Microsoft.AspNetCore.Builder;
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
using Vts.Transactions.Summary;

namespace Vts.Operations;

/// <summary><c>GET /transactions/summary</c>.</summary>
public sealed class SummarizeTransactions : IOperation
{
    /// <inheritdoc/>
    public static void Register(IServiceCollection services)
    {
        services.TryAddSingleton<CardReader>();
        services.TryAddSingleton<HistoryReader>();
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/transactions/summary", OperationRules.Methods, HandleAsync).AsRead(
        "summarizeTransactions",
        "Sum up transactions",
        "Exact sums and counts of the whole history of all of your cards, or of what matches, by card, merchant, category, month or status; a row for each group and currency. "
        + "`totalCents` adds up what counts: pending, cleared, and settled without an authorization, refunds taken off; declines, reversals and address checks are counted and not added.",
        Examples.Summary,
        SummaryQuery.Parameters).TakesPreference().ProducesProblemBody(406);

    private static async Task<RowsAnswer<SummaryRow>> HandleAsync(
        Caller caller, Demand demand, SummaryQuery query, Presentation presentation, Preference preference, HistoryReader history, CancellationToken cancellationToken)
    {
        query.EnsureAllowed(caller.Fields);
        var coverage = new Coverage(preference.IsLenient, caller.Fields.Shows("cardId"));
        var rows = await history.SummarizeAsync(caller, query.Filter, query.Grouping, demand, coverage, cancellationToken);
        return new RowsAnswer<SummaryRow>(rows, SummaryMembers.All, presentation) { Coverage = coverage };
    }
}
