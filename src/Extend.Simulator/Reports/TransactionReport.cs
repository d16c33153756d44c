using Extend.Simulator.Http;
using Extend.Simulator.Transactions;

namespace Extend.Simulator.Reports;

/// <summary>
/// <c>GET /reports/transactions/v2</c> and <c>/reports/transactions</c>. It looks one item ahead: <c>count</c> is what is
/// known so far, the true total only on the last page; and a page past the end is the last one again.
/// </summary>
internal static class TransactionReport
{
    private const int Largest = 500;

    public static Answer Handle(Call call)
    {
        var tenant = call.Caller!.Tenant;
        var query = ReportQuery.Read(call);
        var asked = Math.Max(1, call.Parameters.Number("page", least: 0) ?? 1);
        var perPage = PerPage(call);
        var rows = tenant.Reports.Rows(query);
        var page = (int)Math.Min(asked, Math.Max(1, (rows.Count + perPage - 1) / perPage));
        var from = (page - 1) * perPage;
        var end = Math.Min(rows.Count, from + perPage);
        var known = Math.Min(rows.Count, end + 1);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("report"u8);
            json.WriteNumber("page"u8, page);
            json.WriteNumber("perPage"u8, perPage);
            json.WriteNumber("count"u8, known);
            json.WriteNumber("numPages"u8, (known + perPage - 1) / perPage);
            json.WriteStartArray("transactions"u8);
            for (var i = from; i < end; i++)
            {
                TransactionJson.Write(json, tenant, rows[i].Card, rows[i].Transaction, call.Switches, inReport: true);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static int PerPage(Call call)
    {
        var perPage = call.Parameters.Number("perPage", least: 1) ?? call.Switches.ReportPerPage;
        return perPage > Largest && call.Switches.CountOverMaximumRefused
            ? throw new RefusedException(
                StatusCodes.Status422UnprocessableEntity,
                new ErrorDetail("perPage", $"must be less than or equal to {Largest}", call.Parameters.Text("perPage")))
            : (int)Math.Min(perPage, Largest);
    }
}
