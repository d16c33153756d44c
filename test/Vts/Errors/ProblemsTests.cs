using System.Reflection;
using System.Text;
using Extend;
using Vts.Errors;
using Vts.Testing;

namespace Vts.Tests.Errors;

public sealed class ProblemsTests
{
    [Fact]
    public void The_page_of_errors_is_the_table()
    {
        var table = new StringBuilder();
        foreach (var problem in Problems.All)
        {
            var wait = problem.RetryAfterSeconds is { } seconds ? $"{seconds} s, or as long as is known to help" : "";
            table.Append($"| {problem.Status} | `{problem.Code}` | {problem.Title} | {problem.Detail} | {wait} |\n");
        }

        const string Start = "|---|---|---|---|---|\n";
        var page = Repository.Read("docs/errors.md");
        var from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = page.IndexOf("\n\n", from, StringComparison.Ordinal) + 1;
        Assert.Equal(Repository.Expected("docs/errors.md", page[..from] + table + page[to..]), page[..from] + table + page[to..]);
    }

    [Fact]
    public void Every_problem_is_in_the_table_once()
    {
        var properties = typeof(Problems).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Problem))
            .Select(property => (Problem)property.GetValue(null)!);

        Assert.Equal(properties.OrderBy(problem => problem.Code), Problems.All.OrderBy(problem => problem.Code));
        Assert.Equal(Problems.All.Count, Problems.All.DistinctBy(problem => problem.Code).Count());
    }

    [Fact]
    public void Every_fault_of_extend_has_a_row_of_its_own_and_is_never_the_callers_or_ours()
    {
        var rows = Enum.GetValues<ExtendFault>().Select(ExtendProblems.Of).ToList();

        Assert.All(rows, row => Assert.InRange(row.Status, 502, 504));
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    [Fact]
    public void Extends_own_waiting_time_is_passed_on_where_waiting_helps()
    {
        Assert.Equal(7, ExtendProblems.Of(new ExtendException(ExtendFault.Throttled, TimeSpan.FromSeconds(6.2))).RetryAfterSeconds);
        Assert.Equal(30, ExtendProblems.Of(new ExtendException(ExtendFault.Throttled)).RetryAfterSeconds);
        Assert.Equal(1, ExtendProblems.Of(new ExtendException(ExtendFault.Unavailable, TimeSpan.Zero)).RetryAfterSeconds);
        Assert.Equal(5, ExtendProblems.Of(new ExtendException(ExtendFault.Busy)).RetryAfterSeconds);
        Assert.Null(ExtendProblems.Of(new ExtendException(ExtendFault.ServerError, TimeSpan.FromSeconds(5))).RetryAfterSeconds);
    }
}
