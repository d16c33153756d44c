using Vts.Forms;
using Vts.Queries;
using Vts.Tests.Queries;

namespace Vts.Tests.Forms;

public sealed class PresentationTests
{
    [Theory]
    [InlineData("", true, true)]
    [InlineData("bom=1", false, true)]
    [InlineData("bom=0&text=clean", true, true)]
    [InlineData("text=raw", false, false)]
    [InlineData("fields=all", false, false)]
    [InlineData("fields=id,amountCents,amount,countsInTotal", false, true)]
    [InlineData("fields=id,notes", false, false)]
    public void Usual_is_what_nobody_asked_otherwise_and_brief_what_needs_no_wide_member(string query, bool isUsual, bool isBrief)
    {
        var presentation = Ask.Presentation(query, TransactionsQuery.Parameters);

        Assert.Equal((isUsual, isBrief), (presentation.IsUsual, presentation.IsBrief));
    }

    [Fact]
    public void Every_member_beside_the_usual_ones_is_wide() =>
        Assert.Equal(TransactionMembers.All.Where(member => member.Use is MemberUse.Wide), TransactionMembers.All.Where(member => TransactionMembers.IsWide(member.Name)));
}
