using Extend.Transactions;

namespace Extend.Tests.Transactions;

public sealed class TransactionRowsTests
{
    private static readonly Transaction One = new() { Id = "txn_1", Status = "PENDING", AuthBillingAmountCents = 1 };

    [Fact]
    public void A_row_that_comes_twice_is_no_contradiction() => Assert.Equal(2, new[] { One, One with { } }.OrInconsistent().Count);

    [Fact]
    public void Two_that_differ_under_one_id_are_one() => Assert.Equal(
        ExtendFault.AnswerInconsistent,
        Assert.Throws<ExtendException>(() => new[] { One, One with { AuthBillingAmountCents = 2 } }.OrInconsistent()).Fault);

    [Fact]
    public void No_rows_and_a_missing_row_are_unreadable()
    {
        Assert.Equal(ExtendFault.AnswerUnreadable, Assert.Throws<ExtendException>(() => TransactionRows.OrInconsistent(null)).Fault);
        Assert.Equal(ExtendFault.AnswerUnreadable, Assert.Throws<ExtendException>(() => new[] { One, null! }.OrInconsistent()).Fault);
    }
}
