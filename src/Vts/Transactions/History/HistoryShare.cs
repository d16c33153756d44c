using Vts.Callers;

namespace Vts.Transactions.History;

/// <summary>
/// A caller's share of an account's places for what is kept for nobody. It is not that of what is kept, for which many may wait: a caller's
/// sums over a thousand cards are one turn in front of its own next card.
/// </summary>
internal static class HistoryShare
{
    /// <summary>The share's name, which is no caller's.</summary>
    public static string Of(Caller caller) => $"{caller.Name}\nhistory";
}
