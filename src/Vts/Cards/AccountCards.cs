using Extend;
using Extend.VirtualCards;
using Vts.Freshness;
using Vts.Queries;

namespace Vts.Cards;

/// <summary>An account's cards, before any caller's rule: from memory where what is kept is as fresh as demanded, else from Extend.</summary>
internal sealed class AccountCards(ExtendClient client, KeptReads kept, Demand demand, string share)
{
    private const int OnePage = 50;

    /// <summary>Whose they are.</summary>
    public string Account => client.Account;

    /// <summary>How many calls to Extend all of them cost, by the last that is known; null if nothing is.</summary>
    public int? PagesOfAll => Kept?.Value.All.Length is { } count ? Math.Max(1, (count + OnePage - 1) / OnePage) : null;

    /// <summary>Whether all of them are kept and fresh, so that Extend need not be asked.</summary>
    public bool HasAll => kept.Has(CardResources.All.Of(Account), demand);

    private Kept<CardList>? Kept => kept.Peek(CardResources.All.Of(Account));

    /// <summary>All of them, in order.</summary>
    public async Task<Fresh<Card[]>> ReadInOrderAsync(CancellationToken cancellationToken) =>
        (await ReadAllAsync(cancellationToken)).Select(static list => list.All);

    /// <summary>Those whose status is <c>ACTIVE</c>, in order.</summary>
    public Task<Fresh<Card[]>> ReadActiveAsync(CancellationToken cancellationToken) =>
        kept.ReadAsync(CardResources.Active.Of(Account), demand, share, AskActiveAsync, Kept?.Select(static cards => cards.Active), cancellationToken)!;

    /// <summary>Those that Extend chooses, in order.</summary>
    public async Task<Fresh<Card[]>> ReadChoiceAsync(CardFilter choice, CancellationToken cancellationToken) =>
        (await kept.ReadAsync(CardResources.Choice.Of(Account, CardsFilter.NameOf(choice)), demand, share, asking => AskChoiceAsync(asking, choice), elsewhere: null, cancellationToken))!;

    /// <summary>Those of these ids that there are, in order, each asked for by itself.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="name">Names these ids among all choices of ids.</param>
    /// <param name="cancellationToken">Leaves the read; it goes on for others who wait for it.</param>
    public async Task<Fresh<Card[]>> ReadChosenAsync(IReadOnlyList<string> ids, string name, CancellationToken cancellationToken) =>
        (await kept.ReadAsync(CardResources.Chosen.Of(Account, name), demand, share, asking => AskChosenAsync(asking, ids), elsewhere: null, cancellationToken))!;

    /// <summary>One of them; null if there is none of this id.</summary>
    public async Task<Fresh<Card>?> FindAsync(string cardId, CancellationToken cancellationToken) =>
        PagesOfAll == 1 && await FindListedAsync(cardId, cancellationToken) is { } listed ? listed : await FindAsync(cardId, demand, cancellationToken);

    /// <summary>One of them, if it is kept and fresh; null if Extend would have to be asked.</summary>
    public Fresh<Card>? Recall(string cardId) => kept.Recall(CardResources.One.Of(Account, cardId), demand, share, asking => AskAsync(asking, cardId), Listed(cardId));

    /// <summary>One of them, if it is kept and will do now that Extend has failed.</summary>
    public Fresh<Card>? RecallOnError(string cardId) => kept.RecallOnError(CardResources.One.Of(Account, cardId), demand, Listed(cardId));

    /// <summary>One of them as Extend tells it now, whatever is kept; null if there is none of this id.</summary>
    public Task<Fresh<Card>?> FindNowAsync(string cardId, CancellationToken cancellationToken) =>
        FindAsync(cardId, new Demand(MaxAge: TimeSpan.Zero), cancellationToken);

    private Task<Fresh<Card>?> FindAsync(string cardId, Demand demanded, CancellationToken cancellationToken) =>
        kept.ReadAsync(CardResources.One.Of(Account, cardId), demanded, share, asking => AskAsync(asking, cardId), Listed(cardId), cancellationToken);

    private async Task<Fresh<CardList>> ReadAllAsync(CancellationToken cancellationToken) =>
        (await kept.ReadAsync(CardResources.All.Of(Account), demand, share, AskAllAsync, elsewhere: null, cancellationToken))!;

    private Kept<Card>? Listed(string cardId) => Kept?.Select(cards => cards.Find(cardId));

    // For the one call of one card, all are fresh. A card that spoils the list must not hide the others.
    private async Task<Fresh<Card>?> FindListedAsync(string cardId, CancellationToken cancellationToken)
    {
        try
        {
            var all = await ReadAllAsync(cancellationToken);
            return all.Value.Find(cardId) is { } card ? all.Select(_ => card) : null;
        }
        catch (ExtendException failure) when (failure.Fault is ExtendFault.AnswerUnreadable or ExtendFault.AnswerInconsistent)
        {
            return null;
        }
    }

    private async Task<CardList?> AskAllAsync(Asking asking) => new(await client.ListVirtualCardsAsync(new CardFilter(), asking, CancellationToken.None));

    private Task<Card[]?> AskActiveAsync(Asking asking) => AskChoiceAsync(asking, new CardFilter { Statuses = [Card.Active] });

    private async Task<Card[]?> AskChoiceAsync(Asking asking, CardFilter choice) =>
        CardList.InOrder((await client.ListVirtualCardsAsync(choice, asking, CancellationToken.None)).Select(Card.From));

    private async Task<Card[]?> AskChosenAsync(Asking asking, IReadOnlyList<string> ids)
    {
        var found = new Card?[ids.Count];
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = client.Concurrency };
        await Parallel.ForAsync(0, found.Length, sideBySide, async (i, _) => found[i] = await AskAsync(asking, ids[i]));
        return CardList.InOrder(found.OfType<Card>());
    }

    private async Task<Card?> AskAsync(Asking asking, string cardId) =>
        await client.FindVirtualCardAsync(cardId, asking, CancellationToken.None) is { } card ? Card.From(card) : null;
}
