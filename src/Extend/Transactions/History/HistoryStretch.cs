namespace Extend.Transactions;

/// <summary>Which part of a card's history to walk. What lies outside the bounds may come too.</summary>
/// <param name="CardId">Whose history.</param>
/// <param name="Statuses">The statuses to ask for.</param>
/// <param name="Top">What was authorized later need not come; null for no such bound.</param>
/// <param name="Bottom">What was authorized earlier need not come; null for no such bound.</param>
/// <param name="Expected">About how many rows will be wanted.</param>
/// <param name="IsOfKnownCard">Whether the card is known to be there.</param>
/// <param name="IsBrief">Whether only the usual members are wanted.</param>
/// <param name="Asking">What it is read for.</param>
internal sealed record HistoryStretch(
    string CardId, IReadOnlyList<string> Statuses, DateTimeOffset? Top, DateTimeOffset? Bottom, int Expected, bool IsOfKnownCard, bool IsBrief, Asking Asking);
