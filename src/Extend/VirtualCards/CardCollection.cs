using Extend.Json;

namespace Extend.VirtualCards;

/// <summary>The pages of one walk put together, and when to stop walking.</summary>
internal sealed class CardCollection
{
    // As many as a thousand cards made while the walk goes on.
    private const int MostNewPages = 20;

    private readonly Dictionary<string, VirtualCard> _byId = new(StringComparer.Ordinal);
    private long? _firstCount;
    private long _firstPage;
    private long? _pages;
    private long _total;

    public IReadOnlyList<VirtualCard> Cards => [.. _byId.Values];

    /// <summary>Whether no further page needs to be asked for.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether as many cards came as Extend says there are.</summary>
    public bool IsWhole => _byId.Count >= _total;

    /// <summary>The number to ask for next.</summary>
    public int NextPage { get; private set; }

    /// <summary>How many pages are still to come, by Extend's own count; 1 where it gives none.</summary>
    public int PagesLeft => _pages is { } pages ? (int)Math.Clamp(_firstPage + pages - NextPage, 0, int.MaxValue) : 1;

    /// <summary>Takes the page that was asked for by this number.</summary>
    /// <exception cref="ExtendException">The page has no list of cards, or a hole in it; it belies itself, or the pages become ever more.</exception>
    public void Add(int asked, VirtualCardPage page)
    {
        var cards = page.VirtualCards.OrUnreadable();
        if (cards.Count > page.Pagination?.TotalItems)
        {
            throw new ExtendException(ExtendFault.AnswerInconsistent);
        }

        var before = _byId.Count;
        foreach (var card in cards)
        {
            _byId.TryAdd(card.Id, card);
        }

        _pages = page.Pagination?.NumberOfPages ?? _pages;
        _total = page.Pagination?.TotalItems ?? _total;
        ThrowIfEndless();

        if (asked == 0)
        {
            // A server that counts from one takes 0 for its first page and says so.
            _firstPage = page.Pagination?.Page == 1 ? 1 : 0;
            NextPage = (int)_firstPage + 1;
            IsComplete = cards.Count == 0 || PagesLeft == 0;
            return;
        }

        NextPage = asked + 1;
        var isNew = _byId.Count > before;
        if (asked == 1 && !isNew && !IsWhole && cards.Count > 0)
        {
            // The first page again under another number: it counts from one after all.
            _firstPage = 1;
            isNew = true;
        }

        IsComplete = !isNew || PagesLeft == 0;
    }

    // Else the walk would go on for as long as Extend finds another page.
    private void ThrowIfEndless()
    {
        if (_pages is { } pages)
        {
            var count = Math.Clamp(pages, 0, int.MaxValue);
            _firstCount ??= count;
            if (count - _firstCount > MostNewPages)
            {
                throw new ExtendException(ExtendFault.AnswerInconsistent);
            }
        }
    }
}
