using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Vts.Callers;
using Vts.Queries;
using Vts.Transactions;
using HistoryPosition = Extend.Transactions.HistoryPosition;

namespace Vts.Tests.Queries;

public sealed class TransactionsQueryTests
{
    [Fact]
    public void Nothing_asked_for_is_the_usual_list()
    {
        Assert.True(Ask.Transactions("").IsUsual);
        Assert.True(Ask.Transactions("tz=Europe/Berlin&fields=all").Filter.IsAll);
        Assert.False(Ask.Transactions("limit=1").IsUsual);
        Assert.False(Ask.Transactions("mcc=7011").IsUsual);
    }

    [Fact]
    public async Task A_request_without_a_query_asks_for_the_usual_list() =>
        Assert.True((await TransactionsQuery.BindAsync(Ask.Plainly()))!.IsUsual);

    [Theory]
    [InlineData("status=CLEARED,PENDING")]
    [InlineData("status=PENDING&status=CLEARED")]
    [InlineData("status=CLEARED,PENDING&status=PENDING")]
    public void A_list_is_given_by_comma_or_by_repeating_in_any_order(string query) =>
        Assert.Equal(new TransactionFilter { Statuses = ["PENDING", "CLEARED"] }, Ask.Transactions(query).Filter);

    [Fact]
    public void Every_part_is_read()
    {
        var query = Ask.Transactions(
            "status=CLEARED&type=CREDIT,DEBIT&mcc=7011,0742&from=2026-03-01&to=2026-03-31&minAmount=-500&maxAmount=0&merchant=Caf%C3%A9%20%26&limit=500&cursor=x");

        Assert.Equal(
            new TransactionFilter
            {
                Statuses = ["CLEARED"],
                Types = ["DEBIT", "CREDIT"],
                Mccs = ["0742", "7011"],
                From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
                Before = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero),
                MinAmountCents = -500,
                MaxAmountCents = 0,
                Merchant = "Café &",
            },
            query.Filter);
        Assert.Equal((500, "x"), (query.Limit, query.Cursor));
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01t12:00:00z")]
    [InlineData("2026-03-01T12:00Z")]
    [InlineData("2026-03-01T12:00:00.0000000009Z")]
    [InlineData("2026-03-01T13:30:00%2B01:30")]
    [InlineData("2026-03-01T13:30:00.000+01:30")]
    [InlineData("2026-03-01T13:30:00.00000000019+01:30")]
    [InlineData("2026-03-01T12:00:00.0-00:00")]
    [InlineData("2026-03-01T04:00:00-08:00")]
    public void A_moment_is_the_same_in_every_form_of_it_and_in_no_zone(string text)
    {
        var filter = Ask.Transactions($"from={text}&tz=Asia/Tokyo").Filter;
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), filter.From);
        Assert.Equal(filter.From, Ask.Transactions($"to={text}").Filter.Before);
    }

    [Theory]
    [InlineData("from=2026-02-29")]
    [InlineData("from=2026-3-1")]
    [InlineData("from=yesterday")]
    [InlineData("from=2026-03-01T12:00:00")]
    [InlineData("to=2026-03-01T12:00:00+99:00")]
    [InlineData("to=0001-01-01T00:00:00+14:00")]
    [InlineData("to=2026-03-01T25:00Z")]
    [InlineData("to=2026-03-01.")]
    public void What_is_no_day_and_no_moment_is_refused(string query) =>
        Assert.Contains("is a day, as 2026-03-", Ask.Fault(() => Ask.Transactions(query)));

    [Theory]
    [InlineData("from=2026-03-02&to=2026-03-01")]
    [InlineData("from=2026-03-02&to=2026-03-02T00:00:00Z")]
    [InlineData("from=2026-03-02T00:00:00Z&to=2026-03-01")]
    [InlineData("from=2011-12-31&to=2011-12-30&tz=Pacific/Apia")]
    public void From_must_be_before_to(string query) => Assert.Contains("before 'to'", Ask.Fault(() => Ask.Transactions(query)));

    [Fact]
    public void One_day_is_a_day_long()
    {
        var filter = Ask.Transactions("from=2026-03-02&to=2026-03-02").Filter;
        Assert.Equal(TimeSpan.FromDays(1), filter.Before - filter.From);
    }

    [Fact]
    public void The_least_amount_may_not_be_above_the_greatest()
    {
        Assert.Contains("more than 'maxAmount'", Ask.Fault(() => Ask.Transactions("minAmount=2&maxAmount=1")));
        Assert.Equal(1, Ask.Transactions("minAmount=1&maxAmount=1").Filter.MinAmountCents);
        Assert.Equal(long.MinValue, Ask.Transactions($"minAmount={long.MinValue}").Filter.MinAmountCents);
    }

    [Theory]
    [InlineData("minAmount=1.5")]
    [InlineData("minAmount=1,000")]
    [InlineData("minAmount=9223372036854775808")]
    [InlineData("minAmount=1e3")]
    [InlineData("minAmount=%201")]
    [InlineData("minAmount=1%00")]
    [InlineData("limit=ten")]
    [InlineData("limit=0100")]
    [InlineData("minAmount=%2B5")]
    public void What_is_no_whole_number_is_refused(string query) => Assert.Contains("whole number", Ask.Fault(() => Ask.Transactions(query)));

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=501")]
    [InlineData("limit=4294967297")]
    public void A_limit_out_of_bounds_is_refused(string query) => Assert.Contains("1 to 500", Ask.Fault(() => Ask.Transactions(query)));

    [Theory]
    [InlineData("mcc=701")]
    [InlineData("mcc=70111")]
    [InlineData("mcc=７０１１")]
    [InlineData("mcc=7011,abcd")]
    [InlineData("mcc=70a1")]
    public void A_merchant_category_code_has_four_digits(string query) => Assert.Contains("four digits", Ask.Fault(() => Ask.Transactions(query)));

    [Theory]
    [InlineData("status=cleared", "nearest to yours is CLEARED.")]
    [InlineData("status=PENDING,DELCINED", "nearest to yours is DECLINED.")]
    [InlineData("type=REFUND", "'type' takes DEBIT, CREDIT, AVS.")]
    [InlineData("tz=Europe/Berlni", "nearest to yours is Europe/Berlin.")]
    [InlineData("tz=america/new_york", "nearest to yours is America/New_York.")]
    [InlineData("tz=+14:01", "offset")]
    public void A_value_that_there_is_not_is_refused_with_the_nearest_that_there_is(string query, string told) =>
        Assert.Contains(told, Ask.Fault(() => Ask.Transactions(query)));

    [Theory]
    [InlineData("from=2026-03-01&from=2026-03-01")]
    [InlineData("merchant=a&merchant=b")]
    [InlineData("limit=1&limit=1")]
    [InlineData("cursor=a&cursor=a")]
    public void What_is_due_once_may_not_be_there_twice(string query) => Assert.Contains("once", Ask.Fault(() => Ask.Transactions(query)));

    [Theory]
    [InlineData("status=")]
    [InlineData("status")]
    [InlineData("status=CLEARED,")]
    [InlineData("mcc=,")]
    [InlineData("merchant=%20")]
    [InlineData("to=")]
    [InlineData("limit=")]
    [InlineData("cursor=")]
    public void An_empty_value_is_refused(string query)
    {
        var fault = Ask.Fault(() => Ask.Transactions(query));
        Assert.Contains("leave it out", fault);
        Assert.StartsWith($"'{query.Split('=')[0]}'", fault);
    }

    [Fact]
    public void A_merchant_has_at_most_100_characters()
    {
        Assert.Equal(100, Ask.Transactions($"merchant={new string('x', 100)}").Filter.Merchant!.Length);
        Assert.Contains("100", Ask.Fault(() => Ask.Transactions($"merchant={new string('x', 101)}")));
    }

    [Theory]
    [InlineData("", false, false, true)]
    [InlineData("limit=5", true, false, false)]
    [InlineData("cursor=x", true, false, false)]
    [InlineData("limit=all", false, true, false)]
    [InlineData("merchant=a", false, false, false)]
    public void A_page_the_whole_and_the_usual_list_are_told_apart(string query, bool isPage, bool isWhole, bool isUsual)
    {
        var wanted = Ask.Transactions(query);
        Assert.Equal((isPage, isWhole, isUsual), (wanted.IsPage, wanted.IsWhole, wanted.IsUsual));
    }

    [Fact]
    public void The_whole_has_no_cursor() => Assert.Contains("a number where there is a cursor", Ask.Fault(() => Ask.Transactions("limit=all&cursor=x")));

    [Fact]
    public void The_cursor_of_a_row_leads_to_the_place_after_it_and_for_the_same_list_alone()
    {
        var cursors = new Cursors(new CursorKey(Options.Create(new ListOptions()), new ConfigurationBuilder().Build()), TimeProvider.System);
        var (ann, query) = (new Caller("ann", "main"), Ask.Transactions("merchant=a"));
        var last = new Transaction("txn_1", "vc_1", "CLEARED", null, null, null, null, null, new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), null);
        var next = Ask.Transactions($"merchant=a&cursor={TransactionsQuery.Next(cursors, "list", query.BindingOf(ann, "vc_1"), last)}");

        Assert.Equal(new HistoryPosition(last.AuthorizedAt, "txn_1"), next.After(cursors, "list", next.BindingOf(ann, "vc_1")));
        Assert.Null(query.After(cursors, "list", query.BindingOf(ann, "vc_1")));
        Assert.Equal("invalid_cursor", Ask.Refusal(() => next.After(cursors, "list", next.BindingOf(ann))).Code);
        Assert.Equal("invalid_cursor", Ask.Refusal(() => next.After(cursors, "list", Ask.Transactions("merchant=b").BindingOf(ann, "vc_1"))).Code);
    }

    [Fact]
    public void A_list_has_at_most_100_values()
    {
        Assert.Equal(100, Ask.Transactions($"mcc={string.Join(',', Enumerable.Range(1000, 100))}").Filter.Mccs!.Count);
        Assert.Contains("at most 100", Ask.Fault(() => Ask.Transactions($"mcc={string.Join(',', Enumerable.Range(1000, 101))}")));
    }

    [Fact]
    public void A_summary_is_by_something()
    {
        Assert.Contains("card, merchant, mcc, month, status", Ask.Fault(() => Ask.Summary("")));
        Assert.Contains("nearest to yours is month", Ask.Fault(() => Ask.Summary("groupBy=moth")));
        Assert.Equal("Asia/Tokyo", Ask.Summary("groupBy=month&tz=Asia/Tokyo").Grouping.Zone.Name);
    }
}
