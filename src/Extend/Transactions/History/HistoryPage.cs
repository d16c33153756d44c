using System.Runtime.InteropServices;

namespace Extend.Transactions;

/// <summary>What one call added to a walk through a history.</summary>
/// <param name="Rows">The rows, in any order; they may have come before.</param>
/// <param name="Floor">Of the stretch that is walked, all that was authorized later than this has come by now; null while that is known of no moment.</param>
/// <param name="IsFromTop">Whether the walk began at the top of the history.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HistoryPage(IReadOnlyList<Transaction> Rows, DateTimeOffset? Floor, bool IsFromTop);
