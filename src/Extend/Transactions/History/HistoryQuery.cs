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
}
