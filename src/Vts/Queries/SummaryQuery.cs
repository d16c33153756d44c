using Microsoft.AspNetCore.Http;
using Vts.Callers.Rules;
using Vts.Requests;
using Vts.Transactions.Summary;
using static Vts.Queries.Parameters;

namespace Vts.Queries;

/// <summary>What a request for sums asks for.</summary>
/// <param name="Filter">Which transactions are summed up.</param>
/// <param name="Grouping">By what.</param>
internal sealed record SummaryQuery(TransactionFilter Filter, Grouping Grouping)
{
    /// <summary>The parameters it takes.</summary>
    public static QueryParameters Parameters { get; } = new([GroupByOf, .. TransactionsQuery.FilterParameters, FieldsOfSummary, Bom, TextOf]);

    /// <summary>What this request asks for, for a handler's parameter.</summary>
    public static ValueTask<SummaryQuery?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var query = new QueryReader(context.Request.Query);
        var by = query.Choice(GroupByOf) ?? throw InvalidQueryException.Of(GroupByOf.Name, $"says what to sum up by: {string.Join(", ", Groups)}.");
        return new(new SummaryQuery(TransactionsQuery.ReadFilter(query), new Grouping(Enum.Parse<GroupBy>(by, ignoreCase: true), TransactionsQuery.Zone(query))));
    }

    /// <summary>Refuses what would tell of a member that the caller may not see.</summary>
    public void EnsureAllowed(FieldRule rule)
    {
        Filter.EnsureAllowed(rule);
        Hidden.Refuse(rule, GroupByOf, true, SummaryFields.Tells(Grouping.By));
    }
}
