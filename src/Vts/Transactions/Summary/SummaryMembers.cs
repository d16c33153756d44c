using Vts.Forms;
using Vts.Text;

namespace Vts.Transactions.Summary;

/// <summary>The members of a summary's row, in the contract's order.</summary>
public static class SummaryMembers
{
    /// <summary>All.</summary>
    public static IReadOnlyList<Member<SummaryRow>> All { get; } =
    [
        MemberOf.Text<SummaryRow>("key", MemberUse.Usual, row => row.Key),
        MemberOf.Text<SummaryRow>("name", MemberUse.Usual, row => row.Name),
        MemberOf.Text<SummaryRow>("currency", MemberUse.Usual, row => row.Currency),
        MemberOf.Whole<SummaryRow>("transactions", MemberUse.Usual, row => row.Transactions),
        MemberOf.Whole<SummaryRow>("counted", MemberUse.Usual, row => row.Counted),
        MemberOf.Cents<SummaryRow>("totalCents", MemberUse.Usual, row => row.TotalCents),
        MemberOf.Exact<SummaryRow>("total", MemberUse.Usual, row => ExactAmount.Of(row.TotalCents, row.Currency)),
    ];
}
