using System.Globalization;
using Extend.Connections;
using Extend.Json;

namespace Extend.VirtualCards;

/// <summary>
/// Reads every card, page by page: after the first page the others side by side. Which number Extend gives its first page
/// is taken from its own echo; cards that come twice are dropped; a list that does not add up to its own total is walked again.
/// </summary>
internal sealed class CardWalk(Connection connection)
{
    private const int PageSize = 50;
    private const int MostPages = 10_000;
    private const int MostWalks = 3;

    /// <summary>All cards that Extend takes the filter to mean, in no particular order.</summary>
    /// <exception cref="ExtendException">A page failed, or the list never added up.</exception>
    public async Task<IReadOnlyList<VirtualCard>> ReadAsync(CardFilter filter, Asking asking, CancellationToken cancellationToken)
    {
        for (var walk = 0; walk < MostWalks; walk++)
        {
            var cards = new CardCollection();
            await ReadPagesAsync(cards, filter, asking, cancellationToken);
            if (cards.IsWhole)
            {
                return cards.Cards;
            }
        }

        throw new ExtendException(ExtendFault.AnswerInconsistent);
    }

    private async Task ReadPagesAsync(CardCollection cards, CardFilter filter, Asking asking, CancellationToken cancellationToken)
    {
        while (!cards.IsComplete)
        {
            var next = cards.NextPage;
            if (next >= MostPages)
            {
                throw new ExtendException(ExtendFault.AnswerInconsistent);
            }

            var pages = new VirtualCardPage[Math.Clamp(cards.PagesLeft, 1, connection.Concurrency)];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = connection.Concurrency, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, pages.Length, parallel, async (i, token) =>
                pages[i] = await ReadPageAsync(next + i, filter, asking, token));
            for (var i = 0; i < pages.Length && !cards.IsComplete; i++)
            {
                cards.Add(next + i, pages[i]);
            }
        }
    }

    private Task<VirtualCardPage> ReadPageAsync(int page, CardFilter filter, Asking asking, CancellationToken cancellationToken)
    {
        // Oldest first: a card created meanwhile joins at the end and shifts no other.
        var path = string.Create(CultureInfo.InvariantCulture,
            $"virtualcards?count={PageSize}&page={page}&sortField=createdAt&sortDirection=ASC{filter.Parameters}");
        return connection.GetAsync(new Read("listVirtualCards", path, asking), ExtendJson.Default.VirtualCardPage, cancellationToken);
    }
}
