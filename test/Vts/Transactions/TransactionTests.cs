using CsCheck;
using Vts.Forms;
using Vts.Transactions;
using Source = Extend.Transactions.Transaction;

namespace Vts.Tests.Transactions;

public sealed class TransactionTests
{
    [Fact]
    public void A_pending_purchase_shows_its_authorized_amount_though_the_clearing_amount_is_zero() =>
        Assert.Equal(2599, Transaction.From("vc", Row("PENDING", authorized: 2599, cleared: 0)).AmountCents);

    [Fact]
    public void A_cleared_purchase_shows_its_settled_amount() =>
        Assert.Equal(12750, Transaction.From("vc", Row("CLEARED", authorized: 12600, cleared: 12750)).AmountCents);

    [Fact]
    public void A_settlement_without_an_authorization_shows_its_settled_amount() =>
        Assert.Equal(350, Transaction.From("vc", Row("NO_MATCH", authorized: 0, cleared: 350)).AmountCents);

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("txn_1\r\nX: 1")]
    [InlineData("")]
    public void An_id_that_is_no_plain_text_makes_the_answer_inconsistent(string id) => Assert.Equal(
        Extend.ExtendFault.AnswerInconsistent,
        Assert.Throws<Extend.ExtendException>(() => Transaction.From("vc", Row("PENDING", 1, 0) with { Id = id })).Fault);

    [Theory]
    [InlineData("txn_4111111111111111000000")]
    [InlineData("an-id-of-a-new-form")]
    public void An_id_of_extends_form_or_of_another_plain_one_stays_as_it_is(string id) =>
        Assert.Equal(id, Transaction.From("vc", Row("PENDING", 1, 0) with { Id = id }).Id);

    [Theory]
    [InlineData(900)]
    [InlineData(-900)]
    public void A_refund_is_below_zero_whichever_sign_extend_gives(long cents)
    {
        var refund = Transaction.From("vc", Row("CLEARED", cents, cents) with { Type = "CREDIT", ClearingMerchantAmountCents = cents, ClearedAt = DateTimeOffset.UnixEpoch });

        Assert.Equal(-900, refund.AmountCents);
        Assert.Equal((-900, -900, -900), (refund.Facts.AuthorizedAmountCents, refund.Facts.ClearedAmountCents, refund.Facts.MerchantAmountCents));
    }

    [Fact]
    public void No_refund_is_above_zero_and_no_other_amount_changes() =>
        Gen.Select(Gen.Frequency((3, Gen.Long), (1, Gen.OneOf(long.MinValue, long.MaxValue, 0))), Gen.OneOf("DEBIT", "CREDIT", "AVS", "OTHER")).Sample((cents, type) =>
        {
            var amount = Transaction.From("vc", Row("PENDING", cents, 0) with { Type = type }).AmountCents!.Value;

            Assert.Equal(type == "CREDIT" && cents > 0 ? -cents : cents, amount);
        });

    [Theory]
    [InlineData("PENDING", true)]
    [InlineData("CLEARED", true)]
    [InlineData("NO_MATCH", true)]
    [InlineData("DECLINED", false)]
    [InlineData("AVS_PASS", false)]
    [InlineData("AVS_FAIL", false)]
    [InlineData("AUTH_REVERSAL", false)]
    [InlineData("ESCHEATED", false)]
    public void Only_what_is_spent_or_held_counts_in_a_total(string status, bool counts) =>
        Assert.Equal(counts, Transaction.From("vc", Row(status, 1, 1)).CountsInTotal);

    [Fact]
    public void What_is_not_settled_has_no_cleared_amount_rather_than_zero() =>
        Assert.Null(Transaction.From("vc", Row("PENDING", authorized: 2599, cleared: 0)).Facts.ClearedAmountCents);

    [Theory]
    [InlineData("CLEARED", 2, "EUR", "1.25", 20L)]
    [InlineData("NO_MATCH", 2, "EUR", "1.25", 20L)]
    [InlineData("PENDING", 1, "GBP", "1.5", null)]
    public void What_the_merchant_asked_is_the_settled_amount_once_there_is_one(string status, long cents, string currency, string rate, long? cleared)
    {
        var facts = Transaction.From("vc", Row(status, 10, 20) with
        {
            AuthMerchantAmountCents = 1, AuthMerchantCurrency = "GBP", AuthExchangeRate = 1.5m,
            ClearingMerchantAmountCents = 2, ClearingMerchantCurrency = "EUR", ClearingExchangeRate = 1.25m,
        }).Facts;

        Assert.Equal((cents, currency, rate), (facts.MerchantAmountCents, facts.MerchantCurrency, $"{facts.ExchangeRate}"));
        Assert.Equal((10, cleared), (facts.AuthorizedAmountCents, facts.ClearedAmountCents));
    }

    [Fact]
    public void The_currency_is_that_of_the_amount_that_is_shown()
    {
        Assert.Equal("USD", Transaction.From("vc", Row("PENDING", 1, 2) with { AuthBillingCurrency = "USD", ClearingBillingCurrency = "EUR" }).Currency);
        Assert.Equal("EUR", Transaction.From("vc", Row("CLEARED", 1, 2) with { AuthBillingCurrency = "USD", ClearingBillingCurrency = "EUR" }).Currency);
    }

    [Fact]
    public void What_was_settled_before_is_told_of_a_transaction_that_no_longer_is() =>
        Assert.Equal(20, Transaction.From("vc", Row("AUTH_REVERSAL", 10, 20) with { ClearedAt = DateTimeOffset.UnixEpoch }).Facts.ClearedAmountCents);

    [Fact]
    public void No_reason_of_a_decline_is_none() => Assert.Null(Transaction.From("vc", Row("CLEARED", 1, 1) with { DeclineReasons = [] }).Facts.DeclineReasons);

    [Fact]
    public void Text_is_also_kept_as_told_where_cleaning_changes_it()
    {
        var odd = Transaction.From("vc", Row("CLEARED", 1, 1) with { MerchantName = "a\u202Eb", VcnLast4 = "4111111111115348" });
        Assert.Equal(("ab", "a\u202Eb"), (odd.MerchantName, odd.AsTold!.MerchantName));
        Assert.Equal(("5348", "5348"), (odd.Facts.Last4, odd.AsTold.Facts.Last4));
        Assert.Same(odd.AsTold, ((ICleaned<Transaction>)odd).Raw);
        Assert.Null(Transaction.From("vc", Row("CLEARED", 1, 1) with { MerchantName = "ab" }).AsTold);
    }

    [Fact]
    public void The_reasons_of_a_decline_are_their_codes() =>
        Assert.Equal("A, B", Transaction.From("vc", Row("DECLINED", 1, 0) with { DeclineReasons = [new() { Code = "A" }, new() { Description = "?" }, new() { Code = "B" }] })
            .Facts.DeclineReasons);

    [Fact]
    public void An_amount_that_extend_does_not_tell_is_null_rather_than_another_one()
    {
        Assert.Null(Transaction.From("vc", Row("CLEARED", authorized: 100, cleared: null)).AmountCents);
        Assert.Null(Transaction.From("vc", Row("PENDING", authorized: null, cleared: 100)).AmountCents);
    }

    [Fact]
    public void An_unknown_status_passes_through_with_the_authorized_amount()
    {
        var transaction = Transaction.From("vc", Row("ESCHEATED", authorized: 7, cleared: 9));

        Assert.Equal(("ESCHEATED", 7L), (transaction.Status, transaction.AmountCents));
    }

    [Fact]
    public void The_most_recent_are_the_same_whatever_order_and_repeats_extend_sends() =>
        Gen.Select(Gen.Int[0, 60].Array[0, 80], Gen.Int).Sample((days, seed) =>
        {
            Source[] rows = [.. days.Select((day, i) => Row("CLEARED", 1, i) with { Id = $"txn_{i:000}", AuthedAt = DateTimeOffset.UnixEpoch.AddDays(day) })];
            Source[] shuffled = [.. rows, .. rows.Take(5)];
            new Random(seed).Shuffle(shuffled);

            var recent = MostRecent.Of("vc", shuffled);

            var expected = rows.OrderByDescending(row => row.AuthedAt).ThenByDescending(row => row.Id, StringComparer.Ordinal).Take(25).Select(row => row.Id);
            Assert.Equal(expected, recent.Select(transaction => transaction.Id));
        });

    [Fact]
    public void A_transaction_without_a_time_comes_last()
    {
        var recent = MostRecent.Of("vc", [Row("CLEARED", 1, 1) with { Id = "a", AuthedAt = null }, Row("CLEARED", 1, 1) with { Id = "b" }]);

        Assert.Equal(["b", "a"], recent.Select(transaction => transaction.Id));
    }

    [Fact]
    public void What_is_kept_weighs_as_much_as_its_rows_and_their_texts()
    {
        var plain = Transaction.From("vc", Row("CLEARED", 1, 1));
        var named = Transaction.From("vc", Row("CLEARED", 1, 1) with { MerchantName = new('a', 100) });
        var cleaned = Transaction.From("vc", Row("CLEARED", 1, 1) with { MerchantName = new string('a', 100) + "\u202E" });

        Assert.InRange(Weight(named) - Weight(plain), 200, 600);
        Assert.InRange(Weight(cleaned) - Weight(named), 1_200, 2_000);
        Assert.InRange(Weight(plain), 1_000, 3_000);
        Assert.Equal(Weight(plain, named) - Weight(plain), Weight(named) - Weight());

        static long Weight(params Transaction[] rows) => TransactionResources.OfCard.Bytes(rows);
    }

    private static Source Row(string status, long? authorized, long? cleared) => new()
    {
        Id = "txn", Status = status, AuthBillingAmountCents = authorized, ClearingBillingAmountCents = cleared, AuthedAt = DateTimeOffset.UnixEpoch,
    };
}
