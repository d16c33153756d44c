using Vts.Callers.Rules;
using Vts.Forms;

namespace Vts.Tests.Queries;

/// <summary>A filter, an order or a grouping may not tell of a member that the caller does not see.</summary>
public sealed class HiddenTests
{
    [Theory]
    [InlineData("status=CLEARED", "status", "status")]
    [InlineData("type=DEBIT", "type", "type")]
    [InlineData("mcc=7011", "mcc", "mcc")]
    [InlineData("from=2026-03-01", "from", "authorizedAt")]
    [InlineData("to=2026-03-01", "to", "authorizedAt")]
    [InlineData("minAmount=1", "minAmount", "amountCents")]
    [InlineData("maxAmount=1", "maxAmount", "amountCents")]
    [InlineData("merchant=a", "merchant", "merchantName")]
    public void A_filter_of_transactions_needs_its_member(string query, string parameter, string member)
    {
        Allowed(rule => Ask.Transactions(query).EnsureAllowed(rule, Form.Json), member);
        Refused(parameter, rule => Ask.Transactions(query).EnsureAllowed(rule, Form.Json), Others(member));
        Allowed(rule => Ask.Summary($"groupBy=card&{query}").EnsureAllowed(rule), "cardId", member);
        Refused(parameter, rule => Ask.Summary($"groupBy=card&{query}").EnsureAllowed(rule), Others(member));
    }

    [Theory]
    [InlineData("status=ACTIVE", "status", "status")]
    [InlineData("recipient=u_2SYT4fUgSZhpdLn7gBZGAn", "recipient", "recipientId")]
    [InlineData("creditCard=cc_2SYT4fUgSZhpdLn7gBZGAn", "creditCard", "creditCardId")]
    [InlineData("expiringBefore=2027-01-01", "expiringBefore", "expires")]
    [InlineData("sort=createdAt", "sort", "createdAt")]
    [InlineData("sort=displayName", "sort", "displayName")]
    public void A_filter_or_an_order_of_cards_needs_its_member(string query, string parameter, string member)
    {
        Allowed(rule => Ask.Cards(query).EnsureAllowed(rule), member);
        Refused(parameter, rule => Ask.Cards(query).EnsureAllowed(rule), Others(member));
    }

    [Theory]
    [InlineData("displayName")]
    [InlineData("last4")]
    [InlineData("recipientName")]
    public void A_search_needs_every_member_that_it_looks_at(string member)
    {
        Allowed(rule => Ask.Cards("search=a").EnsureAllowed(rule), "displayName", "last4", "recipientName");
        Refused("search", rule => Ask.Cards("search=a").EnsureAllowed(rule), Others(member));
    }

    [Theory]
    [InlineData("card", "cardId")]
    [InlineData("merchant", "merchantName")]
    [InlineData("mcc", "mcc")]
    [InlineData("month", "authorizedAt")]
    [InlineData("status", "status")]
    public void A_sum_needs_the_member_that_it_is_grouped_by(string groupBy, string member)
    {
        Allowed(rule => Ask.Summary($"groupBy={groupBy}").EnsureAllowed(rule), member);
        Refused("groupBy", rule => Ask.Summary($"groupBy={groupBy}").EnsureAllowed(rule), Others(member));
    }

    [Fact]
    public void Who_asks_for_nothing_but_the_usual_needs_no_member()
    {
        Allowed(rule => Ask.Transactions("limit=5").EnsureAllowed(rule, Form.Json));
        Allowed(rule => Ask.Cards("sort=-createdAt&limit=5").EnsureAllowed(rule));
    }

    [Theory]
    [InlineData(Form.Json, true)]
    [InlineData(Form.NdJson, false)]
    [InlineData(Form.Csv, false)]
    public void The_whole_history_comes_in_no_json_array(Form form, bool isRefused)
    {
        if (isRefused)
        {
            Assert.Contains("NDJSON and CSV alone", Ask.Fault(() => Ask.Transactions("limit=all").EnsureAllowed(FieldRule.All, form)));
        }
        else
        {
            Ask.Transactions("limit=all").EnsureAllowed(FieldRule.All, form);
        }

        Ask.Transactions("limit=500").EnsureAllowed(FieldRule.All, form);
    }

    private static string[] Others(string member) => [.. FieldNames.All.Where(name => name != member)];

    private static void Allowed(Action<FieldRule> ensure, params string[] shown)
    {
        ensure(FieldRule.All);
        ensure(new FieldRule { Names = shown });
    }

    private static void Refused(string parameter, Action<FieldRule> ensure, string[] shown)
    {
        var fault = Ask.Fault(() => ensure(new FieldRule { Names = shown }));
        Assert.StartsWith($"'{parameter}' looks at what your token may not see", fault);
    }
}
