using Microsoft.AspNetCore.Http;
using Vts.Errors;
using Vts.Forms;
using Vts.Queries;
using Vts.Requests;

namespace Vts.Tests.Queries;

/// <summary>Requests with a query string, as the operations read them.</summary>
internal static class Ask
{
    public static TransactionsQuery Transactions(string query) => TransactionsQuery.BindAsync(Request(query)).AsTask().Result!;

    public static CardsQuery Cards(string query) => CardsQuery.BindAsync(Request(query)).AsTask().Result!;

    public static SummaryQuery Summary(string query) => SummaryQuery.BindAsync(Request(query)).AsTask().Result!;

    public static Presentation Presentation(string query, QueryParameters taken) => PresentationReader.Read(Request(query), taken, Form.Json);

    /// <summary>A request without a query string.</summary>
    public static HttpContext Plainly() => new DefaultHttpContext();

    public static Problem Refusal(Action ask) => Assert.Throws<InvalidQueryException>(ask).Problem;

    /// <summary>What is wrong with the value of one parameter.</summary>
    public static string Fault(Action ask)
    {
        var problem = Refusal(ask);
        Assert.Equal((400, "invalid_parameter"), (problem.Status, problem.Code));
        return problem.Detail;
    }

    public static HttpContext Request(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString($"?{query}");
        return context;
    }
}
