using Vts.Forms;

namespace Vts.Transactions.Summary;

/// <summary>The members of a summary's row, in the contract's order.</summary>
public static class SummaryMembers
{
    /// <summary>All.</summary>
    public static IReadOnlyList<Member<SummaryRow>> All { get; } =
    [
    ];
}
