using System.Numerics;
using CsCheck;
using Extend;
using Vts.Cards;
using Vts.Queries;
using Vts.Transactions;
using Vts.Transactions.Summary;

namespace Vts.Tests.Transactions.Summary;

public sealed class TotalsTests
{
    private static readonly Card[] Cards = [Named("vc_z", "Travel"), Named("vc_a", null), Named("vc_m", "Meals")];

    private static readonly Gen<Transaction> Rows = Gen.Select(
        Gen.OneOf("PENDING", "CLEARED", "NO_MATCH", "DECLINED", "AUTH_REVERSAL"), Gen.OneOf<string?>("USD", "EUR", null), Gen.OneOf<string?>("7011", "5812", null),
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000],
        (status, currency, mcc, cents) => Row(cents, status, currency) with { Mcc = mcc });

    [Fact]
    public void Each_group_and_currency_comes_to_the_exact_sum_of_what_counts() => Rows.Array[0, 60].Sample(rows =>
    {
        var totals = Sums(GroupBy.Mcc, rows);

        var expected = rows.GroupBy(row => (row.Mcc, row.Currency)).Select(group => new SummaryRow(
            group.Key.Mcc, null, group.Key.Currency, group.Count(), group.Count(row => row.Status is "PENDING" or "CLEARED" or "NO_MATCH"),
            group.Where(row => row.Status is "PENDING" or "CLEARED" or "NO_MATCH").Sum(row => row.AmountCents!.Value)));
        Assert.Equal(expected.OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Currency, StringComparer.Ordinal), totals);
    });

    [Fact]
    public void Groups_of_cards_are_in_the_order_of_cards_and_have_their_names()
    {
        Transaction[] rows = [Row(1) with { CardId = "vc_m" }, Row(2) with { CardId = "vc_gone" }, Row(3) with { CardId = "vc_a" }, Row(4) with { CardId = "vc_z" }];

        Assert.Equal(
            [("vc_z", "Travel", 4L), ("vc_a", null, 3L), ("vc_m", "Meals", 1L), ("vc_gone", null, 2L)],
            Sums(GroupBy.Card, rows).Select(row => (row.Key, row.Name, row.TotalCents!.Value)));
    }

    [Fact]
    public void Other_groups_are_in_the_order_of_their_keys_whatever_card_they_are_named_like() =>
        Assert.Equal(
            [("vc_a", null), ("vc_z", null)],
            Sums(GroupBy.Merchant, [Row(1) with { MerchantName = "vc_z" }, Row(1) with { MerchantName = "vc_a" }]).Select(row => (row.Key, row.Name)));

    [Fact]
    public void An_amount_that_is_not_told_makes_its_groups_sum_unknown_and_no_others()
    {
        Transaction[] rows = [Row(5), Row(0) with { AmountCents = null }, Row(5), Row(7, currency: "EUR"), Row(0, "DECLINED", "EUR") with { AmountCents = null }];

        Assert.Equal([("EUR", 1L, 7L), ("USD", 3L, null)], Sums(GroupBy.Status, [.. rows.Select(row => row with { Mcc = null })])
            .Where(row => row.Key == "CLEARED").Select(row => (row.Currency, row.Counted, row.TotalCents)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_sum_stays_unknown_however_many_amounts_are_not_told(int count) =>
        Assert.Null(Assert.Single(Sums(GroupBy.Status, [Row(5), .. Enumerable.Repeat(Row(0) with { AmountCents = null }, count)])).TotalCents);

    [Fact]
    public void Without_currencies_there_is_one_row_of_a_group()
    {
        var totals = new Totals(new Grouping(GroupBy.Status, DayZone.Utc) { ByCurrency = false }, Cards);
        totals.Add(Row(1));
        totals.Add(Row(2, currency: "EUR"));

        Assert.Equal((null, 2L), (Assert.Single(totals.Rows()).Currency, totals.Rows()[0].Transactions));
    }

    [Theory]
    [InlineData(long.MaxValue, 0, true)]
    [InlineData(long.MaxValue, 1, false)]
    [InlineData(long.MinValue, 0, true)]
    [InlineData(long.MinValue, -1, false)]
    public void A_sum_is_told_as_far_as_an_amount_goes_and_never_wraps(long one, long other, bool isTold)
    {
        if (isTold)
        {
            Assert.Equal(new BigInteger(one) + other, Assert.Single(Sums(GroupBy.Status, [Row(one), Row(other)])).TotalCents!.Value);
        }
        else
        {
            Assert.Equal(ExtendFault.AnswerInconsistent, Assert.Throws<ExtendException>(() => Sums(GroupBy.Status, [Row(one), Row(other)])).Fault);
        }
    }

    [Theory]
    [InlineData(GroupBy.Card, "vc_z")]
    [InlineData(GroupBy.Merchant, "Hotel")]
    [InlineData(GroupBy.Mcc, "7011")]
    [InlineData(GroupBy.Month, "2026-04")]
    [InlineData(GroupBy.Status, "CLEARED")]
    public void A_transaction_belongs_to_the_group_that_is_asked_for(GroupBy by, string key)
    {
        var grouping = new Grouping(by, DayZone.Parse("Europe/Berlin"));

        Assert.Equal(key, grouping.KeyOf(Row(1) with { AuthorizedAt = new(2026, 3, 31, 22, 30, 0, TimeSpan.Zero) }));
        Assert.Equal(by is GroupBy.Card or GroupBy.Status, grouping.KeyOf(Row(1) with { MerchantName = null, Mcc = null, AuthorizedAt = null }) is not null);
    }

    private static Transaction Row(long cents, string status = "CLEARED", string? currency = "USD") =>
        new("txn_1", "vc_z", status, "DEBIT", cents, currency, "Hotel", "7011", DateTimeOffset.UnixEpoch, null);

    private static Card Named(string id, string? name) => new(id, name, null, null, null, "ACTIVE");

    private static SummaryRow[] Sums(GroupBy by, Transaction[] rows)
    {
        var totals = new Totals(new Grouping(by, DayZone.Utc), Cards);
        foreach (var row in rows)
        {
            totals.Add(row);
        }

        return totals.Rows();
    }
}
