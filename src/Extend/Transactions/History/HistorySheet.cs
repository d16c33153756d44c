namespace Extend.Transactions;

/// <summary>Puts the rows of a walk in order as they come, each once. What comes too late for its place was not there before.</summary>
internal sealed class HistorySheet(string cardId, HistoryQuery query)
{
    private readonly Dictionary<string, Transaction> _held = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private HistoryPosition? _last = query.After;

    /// <summary>Takes rows in; a row that came before is replaced.</summary>
    /// <exception cref="ExtendException">A row is another card's.</exception>
    public void Add(IReadOnlyList<Transaction> rows)
    {
        foreach (var row in rows)
        {
            if (row.VirtualCardId is { } other && other != cardId)
            {
                throw new ExtendException(ExtendFault.AnswerInconsistent);
            }

            _held.Remove(row.Id);
            if (query.Matches(row) && !_told.Contains(row.Id))
            {
                _held.Add(row.Id, row);
            }
        }
    }

    /// <summary>What was authorized after this moment, in order.</summary>
    public IReadOnlyList<Transaction> TakeAfter(DateTimeOffset floor) => Take(row => row.AuthedAt > floor);

    /// <summary>What has a moment of authorization, in order.</summary>
    public IReadOnlyList<Transaction> TakeDated() => Take(row => row.AuthedAt is not null);

    /// <summary>All that is left, in order.</summary>
    public IReadOnlyList<Transaction> TakeRest() => Take(_ => true);

    private List<Transaction> Take(Func<Transaction, bool> isChosen)
    {
        var rows = new List<Transaction>();
        foreach (var row in _held.Values.Where(isChosen).OrderBy(HistoryPosition.Of).ToArray())
        {
            _held.Remove(row.Id);
            if (_last is null || HistoryPosition.Of(row) > _last)
            {
                rows.Add(row);
                _told.Add(row.Id);
            }
        }

        if (rows is [.., var last])
        {
            _last = HistoryPosition.Of(last);
        }

        return rows;
    }
}
