namespace Extend.Transactions;

/// <summary>How far a walk through the report has come, and which page it needs next.</summary>
internal sealed class ReportTrack(int firstSize)
{
    private const int FirstStepBack = 50;
    private const int MostStepsBack = 8;
    private const int MostWithoutNews = 32;
    private const int MostToSettle = 100;

    // What of a row tells that it has changed.
    private readonly Dictionary<string, (string Status, DateTimeOffset? AuthedAt, DateTimeOffset? ClearedAt)> _seen = new(StringComparer.Ordinal);
    private int _stepsBack;
    private int _withoutNews;
    private int _settling;
    private bool _hasNews;

    /// <summary>The page to ask for.</summary>
    public ReportPage Next { get; private set; } = new(1, firstSize);

    /// <summary>Whether the last row has come.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Whether nothing can have moved from the part that was still to come into the part that had come.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Takes in the page that was asked for; false if rows may be missing before it, so that the walk steps back.</summary>
    /// <exception cref="ExtendException">Extend's pages never join, or bring nothing new and no end.</exception>
    public bool Follow(IReadOnlyList<Transaction> rows)
    {
        // All that stands above a row that was seen was seen too, unless it moved.
        if (Next.Start > 0 && (rows.Count == 0 || !_seen.ContainsKey(rows[0].Id)))
        {
            StepBack();
            return false;
        }

        _stepsBack = 0;
        _withoutNews = Note(rows) ? 0 : _withoutNews + 1;
        if (_withoutNews > MostWithoutNews)
        {
            throw new ExtendException(ExtendFault.AnswerInconsistent);
        }

        // A page past the end repeats the last one, or part of it, and neither says so: only one that is not full is the end.
        IsAtEnd = rows.Count < Next.Size;
        IsSettled = IsAtEnd && Next.Number == 1;
        Next = IsAtEnd ? new ReportPage(1, ReportPage.Largest) : ReportPage.Overlapping(Next.Start + rows.Count);
        return true;
    }

    /// <summary>Takes in a page of the top, read again after the end: it is settled once the first of them tells nothing new.</summary>
    /// <exception cref="ExtendException">The top never comes to rest.</exception>
    public void Settle(IReadOnlyList<Transaction> rows)
    {
        var hasNews = Note(rows);
        _hasNews |= hasNews;
        if (hasNews && rows.Count == Next.Size)
        {
            Next = Next with { Number = Next.Number + 1 };
        }
        else
        {
            IsSettled = !_hasNews;
            _hasNews = false;
            Next = Next with { Number = 1 };
        }

        if (++_settling > MostToSettle)
        {
            throw new ExtendException(ExtendFault.AnswerInconsistent);
        }
    }

    private void StepBack()
    {
        if (_stepsBack == MostStepsBack)
        {
            throw new ExtendException(ExtendFault.AnswerInconsistent);
        }

        Next = ReportPage.Overlapping(Math.Max(1, Next.Start - (FirstStepBack << _stepsBack++)));
    }

    private bool Note(IReadOnlyList<Transaction> rows)
    {
        var hasNews = false;
        foreach (var row in rows)
        {
            var now = (row.Status, row.AuthedAt, row.ClearedAt);
            hasNews |= !_seen.TryGetValue(row.Id, out var known) || known != now;
            _seen[row.Id] = now;
        }

        return hasNews;
    }
}
