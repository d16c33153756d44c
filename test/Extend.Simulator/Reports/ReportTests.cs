using System.Net;
using System.Text.Json;

namespace Extend.Simulator.Tests.Reports;

public sealed class ReportTests
{
    private const string Path = "/reports/transactions/v2";

    [Fact]
    public async Task Count_is_what_is_known_so_far_and_the_total_only_on_the_last_page()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("PUT", "/tenants/report", """{"cards":12,"transactionsPerCard":24}""");

        var pages = new List<JsonElement>();
        for (var page = 1; page <= 4; page++)
        {
            pages.Add((await sim.GetAsync($"{Path}?perPage=100&page={page}", "report")).GetProperty("report"));
        }

        Assert.Equal([101, 201, 288, 288], pages.Select(page => page.Number("count")));
        Assert.Equal([2, 3, 3, 3], pages.Select(page => page.Number("numPages")));
        Assert.Equal([1, 2, 3, 3], pages.Select(page => page.Number("page")));
        Assert.Equal([100, 100, 88, 88], pages.Select(page => page.Items("transactions").Length));
        Assert.Equal(288, pages.Take(3).SelectMany(page => page.Items("transactions")).Ids().Distinct().Count());
    }

    [Fact]
    public async Task A_page_past_the_end_repeats_the_last_so_that_counting_on_never_ends()
    {
        await using var sim = await Sim.StartAsync();
        await sim.ControlAsync("PUT", "/tenants/full", """{"cards":2,"transactionsPerCard":10}""");

        var last = await sim.GetAsync($"{Path}?perPage=10&page=2", "full");
        var past = await sim.GetAsync($"{Path}?perPage=10&page=99999999999999999999", "full");

        Assert.Equal(last.GetRawText(), past.GetRawText());
        Assert.True(past.GetProperty("report").Number("count") > 10);
    }

    [Fact]
    public async Task Pages_count_from_one_and_nought_is_the_first()
    {
        await using var sim = await Sim.StartAsync();

        Assert.Equal((await sim.GetAsync($"{Path}?page=1")).GetRawText(), (await sim.GetAsync($"{Path}?page=0")).GetRawText());
        Assert.Equal((await sim.GetAsync($"{Path}?page=1")).GetRawText(), (await sim.GetAsync(Path)).GetRawText());
    }

    [Theory]
    [InlineData("25")]
    [InlineData("50")]
    public async Task The_usual_size_is_a_switch(string size)
    {
        await using var sim = await Sim.StartAsync(("reportPerPageDefault", size));

        var report = (await sim.GetAsync(Path)).GetProperty("report");

        Assert.Equal(long.Parse(size), report.Number("perPage"));
        Assert.Equal(int.Parse(size), report.Items("transactions").Length);
    }

    [Fact]
    public async Task Wrong_parameter_names_return_the_whole_history()
    {
        await using var sim = await Sim.StartAsync();
        var whole = (await sim.GetAsync(Path)).GetRawText();

        var asked = await sim.GetAsync($"{Path}?count=1&fromDate=2026-03-15&toDate=2026-03-15&statuses=DECLINED&perpages=1");

        Assert.Equal(whole, asked.GetRawText());
    }

    [Fact]
    public async Task A_switch_refuses_wrong_parameter_names()
    {
        await using var sim = await Sim.StartAsync(("reportUnknownParameters", "400"));

        using var response = await sim.SendAsync(HttpMethod.Get, $"{Path}?perPage=1&statuses=DECLINED");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("statuses", Assert.Single((await response.JsonAsync()).Items("details")).Text("field"));
        Assert.Equal(HttpStatusCode.OK, await sim.StatusAsync($"{Path}?page=1&perPage=1&since=2026-03-01&until=2026-03-15&status=PENDING"
            + $"&virtualCardId={Sim.TravelCard}&minClearingBillingCents=0&maxClearingBillingCents=5&receiptMissing=true&receiptStatus=Missing"
            + "&expenseCategoryStatuses=Missing&search=x&sort=-date"));
    }

    [Fact]
    public async Task Status_is_repeated_and_a_comma_list_is_a_status_that_nothing_has()
    {
        await using var sim = await Sim.StartAsync();

        var repeated = await RowsAsync(sim, "?status=PENDING&status=DECLINED&perPage=500");
        var joined = await RowsAsync(sim, "?status=PENDING,DECLINED");

        Assert.Equal(["DECLINED", "PENDING"], repeated.Select(row => row.Text("status")).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(joined);
    }

    [Theory]
    [InlineData("all", false)]
    [InlineData("pending", true)]
    public async Task What_a_report_without_status_takes_in_is_a_switch(string setting, bool pendingOnly)
    {
        await using var sim = await Sim.StartAsync(("reportDefaultStatus", setting));

        Assert.Equal(pendingOnly, (await RowsAsync(sim, "?perPage=500")).All(row => row.Text("status") == "PENDING"));
    }

    [Fact]
    public async Task Every_status_and_every_type_is_there()
    {
        await using var sim = await Sim.StartAsync();

        var rows = await AllRowsAsync(sim);

        Assert.Equal(
            Sim.EveryStatus.Split(',').Order(StringComparer.Ordinal),
            rows.Select(row => row.Text("status")).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["AVS", "CREDIT", "DEBIT"], rows.Select(row => row.Text("type")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_card_is_the_same_set_as_the_per_card_list()
    {
        await using var sim = await Sim.StartAsync();
        var listed = (await sim.GetAsync($"/virtualcards/{Sim.TravelCard}/transactions?status={Sim.EveryStatus}")).Items("transactions");

        var rows = await RowsAsync(sim, $"?virtualCardId={Sim.TravelCard}");

        Assert.Equal(listed.Ids(), rows.Ids());
        Assert.Empty(await RowsAsync(sim, "?virtualCardId=vc_82W6At1URSR6GfpL3ZKnM4"));
    }

    [Fact]
    public async Task Since_and_until_take_in_their_own_days()
    {
        await using var sim = await Sim.StartAsync();

        var rows = await RowsAsync(sim, "?since=2026-03-10&until=2026-03-11&perPage=500");

        Assert.Equal(["2026-03-11", "2026-03-10"], rows.Select(row => row.Text("authedAt")[..10]).Distinct());
        Assert.Equal(HttpStatusCode.BadRequest, await sim.StatusAsync($"{Path}?since=10.03.2026"));
    }

    [Theory]
    [InlineData("authedAt")]
    [InlineData("clearedAt")]
    public async Task The_date_of_a_report_is_a_switch(string member)
    {
        await using var sim = await Sim.StartAsync(("reportDate", member));

        var rows = await RowsAsync(sim, "?status=CLEARED&since=2026-03-10&until=2026-03-10&perPage=500");

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("2026-03-10", row.Text(member)[..10]));
    }

    [Fact]
    public async Task Amount_limits_look_at_the_cleared_amount_which_is_nought_while_pending()
    {
        await using var sim = await Sim.StartAsync();

        Assert.DoesNotContain("PENDING", (await RowsAsync(sim, "?minClearingBillingCents=1&perPage=500")).Select(row => row.Text("status")));
        Assert.Contains("PENDING", (await RowsAsync(sim, "?minClearingBillingCents=0&maxClearingBillingCents=0&perPage=500")).Select(row => row.Text("status")));
        Assert.All(
            await RowsAsync(sim, "?minClearingBillingCents=1000&maxClearingBillingCents=2000"),
            row => Assert.InRange(row.Number("clearingBillingAmountCents"), 1000, 2000));
    }

    [Fact]
    public async Task Bookkeeping_filters_find_what_is_missing()
    {
        await using var sim = await Sim.StartAsync();

        Assert.All(await RowsAsync(sim, "?receiptMissing=true&perPage=500"), row => Assert.Equal(0, row.Number("attachmentsCount")));
        Assert.Equal((await RowsAsync(sim, "?receiptMissing=true")).Ids(), (await RowsAsync(sim, "?receiptStatus=Missing")).Ids());
        Assert.Contains(await RowsAsync(sim, "?receiptMissing=false&perPage=500"), row => row.Number("attachmentsCount") == 1);
        Assert.DoesNotContain(await RowsAsync(sim, "?expenseCategoryStatuses=Missing&perPage=500"), row => row.Has("expenseCategories"));
        Assert.Contains(await RowsAsync(sim, "?perPage=500"), row => row.Has("expenseCategories"));
    }

    [Fact]
    public async Task Search_finds_merchant_and_card()
    {
        await using var sim = await Sim.StartAsync();

        var found = await RowsAsync(sim, "?search=berlin&perPage=500");

        Assert.NotEmpty(found);
        Assert.All(found, row => Assert.Contains("BERLIN", row.GetRawText(), StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await RowsAsync(sim, "?search=nowhere"));
    }

    [Theory]
    [InlineData("date", "authedAt")]
    [InlineData("recipientName", "recipientName")]
    public async Task Sorting_goes_both_ways_with_a_minus(string sort, string member)
    {
        await using var sim = await Sim.StartAsync();

        var ascending = (await RowsAsync(sim, $"?sort={sort}&perPage=500")).Select(row => row.Text(member)).ToArray();
        var descending = (await RowsAsync(sim, $"?sort=-{sort}&perPage=500")).Select(row => row.Text(member)).ToArray();

        Assert.Equal(ascending.Order(StringComparer.OrdinalIgnoreCase), ascending);
        Assert.Equal(descending.OrderDescending(StringComparer.OrdinalIgnoreCase), descending);
    }

    [Fact]
    public async Task Sorting_by_amount_takes_the_authorized_amount_until_there_is_a_settled_one()
    {
        await using var sim = await Sim.StartAsync();

        var amounts = (await AllRowsAsync(sim, "sort=amount&")).Select(row =>
            row.Text("status") is "CLEARED" or "NO_MATCH" ? row.Number("clearingBillingAmountCents") : row.Number("authBillingAmountCents")).ToArray();

        Assert.Equal(amounts.Order(), amounts);
        Assert.NotEqual((await RowsAsync(sim, "?sort=merchantName")).Ids(), (await RowsAsync(sim, "?sort=-merchantName")).Ids());
    }

    [Theory]
    [InlineData("dateAuthsFirst", false)]
    [InlineData("-dateAuthsFirst", true)]
    public async Task Authorizations_can_come_first_whichever_way_the_dates_run(string sort, bool descending)
    {
        await using var sim = await Sim.StartAsync();

        var rows = (await sim.GetAsync($"/reports/transactions?sort={sort}&perPage=500")).GetProperty("report").Items("transactions");

        var pending = rows.TakeWhile(row => row.Text("status") == "PENDING").Count();
        var times = rows.Take(pending).Select(row => row.Text("authedAt")).ToArray();
        Assert.True(pending > 1);
        Assert.DoesNotContain("PENDING", rows.Skip(pending).Select(row => row.Text("status")));
        Assert.Equal(descending ? times.OrderDescending(StringComparer.Ordinal) : times.Order(StringComparer.Ordinal), times);
    }

    [Fact]
    public async Task The_newest_row_names_a_merchant()
    {
        await using var sim = await Sim.StartAsync();

        Assert.Equal("CAFÉ EXEMPLE", (await RowsAsync(sim, "?perPage=1"))[0].Text("merchantName"));
    }

    private static async Task<JsonElement[]> RowsAsync(Sim sim, string query) =>
        (await sim.GetAsync($"{Path}{query}")).GetProperty("report").Items("transactions");

    private static async Task<JsonElement[]> AllRowsAsync(Sim sim, string query = "")
    {
        var rows = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var items = await RowsAsync(sim, $"?{query}perPage=500&page={page}");
            rows.AddRange(items);
            if (items.Length < 500)
            {
                return [.. rows];
            }
        }
    }
}
