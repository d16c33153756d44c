using Vts.Callers.Rules;
using Vts.Forms;
using Vts.Queries;
using Vts.Transactions.Summary;

namespace Vts.Tests.Transactions.Summary;

public sealed class SummaryFieldsTests
{
    [Fact]
    public void Who_sees_everything_sees_every_member_of_a_sum() =>
        Assert.All(SummaryMembers.All, member => Assert.True(SummaryFields.Of(FieldRule.All).Shows(member.Name)));

    [Theory]
    [InlineData("", "key,transactions")]
    [InlineData("cardDisplayName", "key,name,transactions")]
    [InlineData("currency", "key,currency,transactions")]
    [InlineData("status", "key,transactions,counted")]
    [InlineData("amountCents,status", "key,transactions,counted")]
    [InlineData("amountCents,currency", "key,currency,transactions")]
    [InlineData("currency,status", "key,currency,transactions,counted")]
    [InlineData("amountCents,currency,status", "key,currency,transactions,counted,totalCents,total")]
    public void What_is_made_of_a_hidden_member_is_hidden(string shown, string expected)
    {
        var rule = SummaryFields.Of(new FieldRule { Names = shown.Split(',', StringSplitOptions.RemoveEmptyEntries) });

        Assert.Equal(expected.Split(','), SummaryMembers.All.Select(member => member.Name).Where(rule.Shows));
    }

    [Theory]
    [InlineData("currency", true)]
    [InlineData("amountCents", false)]
    public void Rows_are_split_by_currency_only_for_who_may_see_it(string shown, bool areSplit) =>
        Assert.Equal(areSplit, SummaryFields.Within(new Grouping(GroupBy.Mcc, DayZone.Utc), new FieldRule { Names = [shown] }).ByCurrency);

    [Theory]
    [InlineData(GroupBy.Card, "cardId")]
    [InlineData(GroupBy.Merchant, "merchantName")]
    [InlineData(GroupBy.Mcc, "mcc")]
    [InlineData(GroupBy.Month, "authorizedAt")]
    [InlineData(GroupBy.Status, "status")]
    public void A_grouping_tells_the_member_that_it_is_made_of(GroupBy by, string member) => Assert.Equal(member, SummaryFields.Tells(by));

    [Fact]
    public void A_row_is_written_member_by_member()
    {
        var row = new SummaryRow("k", "n", "KWD", 3, 2, 12345);

        Assert.Equal(["k", "n", "KWD"], SummaryMembers.All.Where(member => member.Kind is MemberKind.Text).Select(member => member.Text(row)));
        Assert.Equal([3, 2, 12345], SummaryMembers.All.Where(member => member.Kind is MemberKind.Whole or MemberKind.Cents).Select(member => member.Number(row)));
        Assert.Equal([12.345m], SummaryMembers.All.Where(member => member.Kind is MemberKind.Exact).Select(member => member.Exact(row)));
        Assert.All(SummaryMembers.All, member => Assert.Equal(MemberUse.Usual, member.Use));
    }
}
