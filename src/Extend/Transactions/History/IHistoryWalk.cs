namespace Extend.Transactions;

/// <summary>Walks through a card's history from the newest authorization to the oldest; each door has its own way.</summary>
internal interface IHistoryWalk
{
    /// <summary>The pages, each asked for when it is wanted; by the last of them the whole stretch has come. None for an unknown card.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    IAsyncEnumerable<HistoryPage> ReadAsync(HistoryStretch stretch, CancellationToken cancellationToken);
}
