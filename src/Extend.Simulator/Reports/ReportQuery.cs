using Extend.Simulator.Http;
using Extend.Simulator.Queries;

namespace Extend.Simulator.Reports;

/// <summary>Which transactions a report takes in, and in which order. Days are UTC.</summary>
internal sealed record ReportQuery
{
    private static readonly string[] Known =
    [
        "page", "perPage", "since", "until", "status", "virtualCardId", "minClearingBillingCents", "maxClearingBillingCents",
        "receiptMissing", "receiptStatus", "expenseCategoryStatuses", "search", "sort",
    ];

    public required string[] Statuses { get; init; }

    public string? VirtualCardId { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    public long? LeastCents { get; init; }

    public long? MostCents { get; init; }

    public bool? ReceiptMissing { get; init; }

    public bool CategoriesMissing { get; init; }

    public string? Search { get; init; }

    public string Sort { get; init; } = "-date";

    public bool ByClearing { get; init; }

    public static ReportQuery Read(Call call)
    {
        var parameters = call.Parameters;
        if (call.Switches.ReportUnknownRefused && parameters.Names.FirstOrDefault(name => !Known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw Parameters.Bad(unknown, "is not a known parameter", parameters.Text(unknown));
        }

        // A report takes each status under a key of its own; a comma-joined list is one status that nothing has.
        var statuses = parameters.Repeated("status");
        return new ReportQuery
        {
            Statuses = statuses is [] && call.Switches.ReportPendingOnly ? ["PENDING"] : statuses,
            VirtualCardId = parameters.Text("virtualCardId"),
            Since = parameters.Date("since"),
            Until = parameters.Date("until"),
            LeastCents = parameters.Number("minClearingBillingCents"),
            MostCents = parameters.Number("maxClearingBillingCents"),
            ReceiptMissing = parameters.Text("receiptStatus") == "Missing" ? true : parameters.Flag("receiptMissing"),
            CategoriesMissing = parameters.Repeated("expenseCategoryStatuses").Contains("Missing", StringComparer.Ordinal),
            Search = parameters.Text("search"),
            Sort = parameters.Text("sort") ?? "-date",
            ByClearing = call.Switches.ReportByClearing,
        };
    }

    public IReadOnlyList<ReportRow> Apply(IEnumerable<ReportRow> rows)
    {
        var chosen = rows.Where(Matches).OrderByDescending(DateOf).ThenByDescending(row => row.Transaction.Id, StringComparer.Ordinal).ToArray();
        var descending = Sort.StartsWith('-');
        IReadOnlyList<ReportRow> byDate = descending ? chosen : [.. chosen.Reverse()];
        return Sort.TrimStart('-') switch
        {
            "date" => byDate,
            "dateAuthsFirst" => Sorting.By(byDate, row => row.Transaction.Status != "PENDING", descending: false),
            "amount" => Sorting.By(chosen, AmountOf, descending),
            "merchantName" => Sorting.By(chosen, row => row.Transaction.Merchant?.Name ?? "", descending, StringComparer.OrdinalIgnoreCase),
            "recipientName" => Sorting.By(chosen, row => row.Card.Recipient.FullName, descending, StringComparer.OrdinalIgnoreCase),
            _ => chosen,
        };
    }

    private bool Matches(ReportRow row)
    {
        var transaction = row.Transaction;
        return (Statuses is [] || Statuses.Contains(transaction.Status, StringComparer.Ordinal))
            && (Since is null || DateOnly.FromDateTime(DateOf(row).UtcDateTime) >= Since)
            && (Until is null || DateOnly.FromDateTime(DateOf(row).UtcDateTime) <= Until)
            && (LeastCents is null || transaction.ClearingBillingCents >= LeastCents)
            && (MostCents is null || transaction.ClearingBillingCents <= MostCents)
            && (ReceiptMissing is null || ReceiptMissing == (transaction.IsSettled && transaction.Attachments == 0))
            && (!CategoriesMissing || transaction.ExpenseLabel is null)
            && (Search is null || IsFound(row, Search));
    }

    private DateTimeOffset DateOf(ReportRow row) =>
        ByClearing ? row.Transaction.ClearedAt ?? row.Transaction.AuthedAt : row.Transaction.AuthedAt;

    private static long AmountOf(ReportRow row) =>
        row.Transaction.IsSettled ? row.Transaction.ClearingBillingCents : row.Transaction.AuthBillingCents;

    private static bool IsFound(ReportRow row, string search) =>
        row.Transaction.Merchant?.Name.Contains(search, StringComparison.OrdinalIgnoreCase) == true
        || row.Card.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase)
        || row.Card.Last4.Contains(search, StringComparison.Ordinal)
        || row.Card.Recipient.FullName.Contains(search, StringComparison.OrdinalIgnoreCase);
}
