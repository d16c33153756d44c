using Extend;

namespace Vts.Transactions.Streams;

/// <summary>One card's rows, the first of which are asked for as soon as it is made.</summary>
internal sealed class CardRows : IAsyncDisposable
{
    private readonly IAsyncEnumerator<Transaction> _rows;
    private readonly Coverage _coverage;
    private readonly string _cardId;
    private Task<bool>? _first;

    public CardRows(string cardId, IAsyncEnumerable<Transaction> rows, Coverage coverage, CancellationToken cancellationToken)
    {
        (_cardId, _coverage) = (cardId, coverage);
        _rows = rows.GetAsyncEnumerator(cancellationToken);
        _first = _rows.MoveNextAsync().AsTask();
    }

    /// <summary>The row that was moved to.</summary>
    public Transaction Current => _rows.Current;

    /// <summary>Moves to the next row; false if there is none.</summary>
    /// <exception cref="Errors.CardsUnansweredException">The card failed, and the read is not lenient.</exception>
    public async ValueTask<bool> MoveAsync()
    {
        try
        {
            if (Interlocked.Exchange(ref _first, null) is { } first)
            {
                return await first;
            }

            return await _rows.MoveNextAsync();
        }
        catch (ExtendException failure)
        {
            if (!_coverage.Fail(_cardId, failure))
            {
                _coverage.ThrowIfNotEnough();
            }

            return false;
        }
    }

    /// <summary>Ends the read, which must have been cancelled if its first row was never waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _first, null) is { } first)
        {
            await ((Task)first).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _rows.DisposeAsync();
    }
}
