namespace Extend.Transactions;

/// <summary>
/// Which of one card's transactions to read. They come newest authorization first, those without one last; of one moment
/// the greater <see cref="Transaction.Id"/> first (ordinal); each once.
/// </summary>
public sealed record HistoryQuery
{
    /// <summary>Only these statuses; null for all.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Only what was authorized at this moment or later; null for no such bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only what was authorized before this moment; null for no such bound.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only what comes after this place in the order; null to begin at the top.</summary>
    public HistoryPosition? After { get; init; }

    /// <summary>About how many rows the reader will take. It sizes the first page; later ones may be larger.</summary>
    public int Expected { get; init; } = 25;

    /// <summary>Whether the card is known to be there: that Extend knows none of its id is then a fault, not an empty history.</summary>
    public bool IsOfKnownCard { get; init; }

    /// <summary>Whether only the usual members are wanted: card, status, type, amounts and currencies, merchant's name, category, moments. The others are then null.</summary>
    public bool IsBrief { get; init; }

    /// <summary>Whether nothing can match.</summary>
    internal bool IsEmpty => Statuses is [] || From >= Before || (After is { AuthedAt: null } && !TakesUndated);

    /// <summary>Whether rows without a moment of authorization match: they are within no bounds.</summary>
    internal bool TakesUndated => From is null && Before is null;

    /// <summary>No dated row that matches was authorized later than this; null for no such bound.</summary>
    internal DateTimeOffset? Top => After?.AuthedAt is not { } after || Before < after ? Before : after;

    /// <summary>Whether the transaction is one of those to read, wherever it stands.</summary>
    internal bool Matches(Transaction row) =>
        Statuses?.Contains(row.Status, StringComparer.Ordinal) is not false
        && (From is null || row.AuthedAt >= From)
        && (Before is null || row.AuthedAt < Before);
}
