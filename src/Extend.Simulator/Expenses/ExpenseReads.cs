using System.Text.Json;
using Extend.Simulator.Http;
using Extend.Simulator.Json;
using Extend.Simulator.Queries;

namespace Extend.Simulator.Expenses;

/// <summary>The reads of expense data: categories, one category, its labels.</summary>
internal static class ExpenseReads
{
    private const int LargestPage = 50;

    /// <summary><c>GET /expensedata/categories</c>: all of them, without pagination.</summary>
    public static Answer Categories(Call call)
    {
        var active = call.Parameters.Flag("active");
        var required = call.Parameters.Flag("required");
        var search = call.Parameters.Text("search");
        var chosen = call.Caller!.Tenant.Company.Expenses.Categories.Where(category =>
            (active is null || category.Active == active)
            && (required is null || category.Required == required)
            && (search is null || category.Name.Contains(search, StringComparison.OrdinalIgnoreCase)));
        var sorted = ByName(call, [.. chosen], category => category.Name);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("expenseCategories"u8);
            foreach (var category in sorted)
            {
                Write(json, category, call.Switches.NullMembers);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary><c>GET /expensedata/categories/{id}</c>: one category, bare.</summary>
    public static Answer Category(Call call) => Find(call) is not { } category
        ? NotFound()
        : Answer.Json(json => Write(json, category, call.Switches.NullMembers));

    /// <summary><c>GET /expensedata/categories/{id}/labels</c>: a page of a category's labels.</summary>
    public static Answer Labels(Call call)
    {
        if (Find(call) is not { } category)
        {
            return NotFound();
        }

        var active = call.Parameters.Flag("active");
        var search = call.Parameters.Text("search");
        var chosen = category.Labels.Where(label =>
            (active is null || label.Active == active)
            && (search is null || label.Name.Contains(search, StringComparison.OrdinalIgnoreCase)));
        var page = Paging.Read(call, LargestPage).Cut(Sorted(call, [.. chosen]), call.Switches);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("expenseLabels"u8);
            foreach (var label in page.Items)
            {
                var row = new Members(json, call.Switches.NullMembers);
                row.Text("id"u8, label.Id);
                row.Text("name"u8, label.Name);
                row.Text("code"u8, label.Code);
                row.Flag("active"u8, label.Active);
                row.Time("createdAt"u8, ExpenseBook.WrittenAt);
                row.Time("updatedAt"u8, ExpenseBook.WrittenAt);
                row.End();
            }

            json.WriteEndArray();
            page.WritePagination(json);
            json.WriteEndObject();
        });
    }

    private static ExpenseCategory? Find(Call call)
    {
        var id = call.Id("id");
        return call.Caller!.Tenant.Company.Expenses.Categories.FirstOrDefault(category => category.Id == id);
    }

    private static Answer NotFound() => Answer.Error(StatusCodes.Status404NotFound, "Expense category not found");

    private static IReadOnlyList<ExpenseLabel> Sorted(Call call, IReadOnlyList<ExpenseLabel> labels) =>
        call.Parameters.Text("sortField") == "activeLabelNameAsc"
            ? [.. labels.OrderByDescending(label => label.Active).ThenBy(label => label.Name, StringComparer.OrdinalIgnoreCase)]
            : ByName(call, labels, label => label.Name);

    private static IReadOnlyList<T> ByName<T>(Call call, IReadOnlyList<T> items, Func<T, string> name) =>
        call.Parameters.Text("sortField") == "name"
            ? Sorting.By(items, name, Sorting.IsDescending(call.Parameters), StringComparer.OrdinalIgnoreCase)
            : items;

    private static void Write(Utf8JsonWriter json, ExpenseCategory category, bool nulls)
    {
        var row = new Members(json, nulls);
        row.Text("id"u8, category.Id);
        row.Text("name"u8, category.Name);
        row.Text("code"u8, category.Code);
        row.Flag("active"u8, category.Active);
        row.Flag("required"u8, category.Required);
        row.Flag("freeTextAllowed"u8, false);
        row.Time("createdAt"u8, ExpenseBook.WrittenAt);
        row.Time("updatedAt"u8, ExpenseBook.WrittenAt);
        row.End();
    }
}
