using Extend;
using Vts.Callers.Rules;
using Vts.Freshness;
using Vts.Queries;

namespace Vts.Cards;

/// <summary>Those of an account's cards that are within a rule, read in the way that costs Extend least.</summary>
/// <param name="rule">The rule.</param>
/// <param name="cards">The account's cards.</param>
/// <param name="kept">Keeps what was picked out of them.</param>
/// <param name="sideBySide">How many cards may be asked for at once.</param>
internal sealed class CoveredCards(CardRule rule, AccountCards cards, KeptReads kept, int sideBySide)
{
    /// <summary>All within the rule, in order.</summary>
    public Task<Fresh<Card[]>> ReadAllAsync(CancellationToken cancellationToken) =>
        rule.IsAll ? cards.ReadInOrderAsync(cancellationToken) : ReadSomeAsync(cancellationToken);

    /// <summary>Those within the rule that match, in order. What Extend can choose itself it is asked to, unless all are known already.</summary>
    public Task<Fresh<Card[]>> ReadMatchingAsync(CardsFilter filter, CancellationToken cancellationToken) =>
        (rule.IsAll && filter.AtExtend is { } choice && !cards.HasAll ? cards.ReadChoiceAsync(choice, cancellationToken) : ReadAllAsync(cancellationToken)).MatchingAsync(filter);

    /// <summary>Those within the rule whose status is <c>ACTIVE</c>, in order.</summary>
    public Task<Fresh<Card[]>> ReadActiveAsync(CancellationToken cancellationToken) =>
        rule.IsAll ? cards.ReadActiveAsync(cancellationToken) : ReadSomeActiveAsync(cancellationToken);

    /// <summary>The card; null if there is none of this id, or it is outside the rule.</summary>
    public Task<Fresh<Card>?> FindAsync(string cardId, CancellationToken cancellationToken) =>
        !ExtendId.IsVirtualCard(cardId) || !rule.MayCover(cardId) ? Task.FromResult<Fresh<Card>?>(null)
        : !rule.NeedsCard ? cards.FindAsync(cardId, cancellationToken)

        // An unknown card is refused on Extend's word alone. One that is outside must be too: out of memory it would be refused
        // sooner, which would tell that there is such a card.
        : Within(cards.Recall(cardId)) is { } known ? Task.FromResult<Fresh<Card>?>(known)
        : FindNowAsync(cardId, cancellationToken);

    private async Task<Fresh<Card[]>> ReadSomeAsync(CancellationToken cancellationToken) =>
        rule.Ids is { } ids && !IsListCheaper(ids.Count) ? Covered(await cards.ReadChosenAsync(ids, rule.Name, cancellationToken), CardResources.OfRule)
        : rule.Statuses is [Card.Active] ? await ReadSomeActiveAsync(cancellationToken)
        : Covered(await cards.ReadInOrderAsync(cancellationToken), CardResources.OfRule);

    private async Task<Fresh<Card[]>> ReadSomeActiveAsync(CancellationToken cancellationToken) =>
        rule.Ids is { } ids && !IsListCheaper(ids.Count)
            ? Covered(await cards.ReadChosenAsync(ids, rule.Name, cancellationToken), CardResources.ActiveOfRule, card => card.Status == Card.Active)
            : Covered(await cards.ReadActiveAsync(cancellationToken), CardResources.ActiveOfRule);

    private async Task<Fresh<Card>?> FindNowAsync(string cardId, CancellationToken cancellationToken)
    {
        try
        {
            return Within(await cards.FindNowAsync(cardId, cancellationToken));
        }
        catch (ExtendException)
        {
            if (Within(cards.RecallOnError(cardId)) is { } stale)
            {
                return stale;
            }

            throw;
        }
    }

    // Before Extend has been asked for the list nobody knows its length: as many cards as go side by side take no longer than a page.
    private bool IsListCheaper(int ids) => cards.HasAll || ids > (cards.PagesOfAll ?? sideBySide);

    private Fresh<Card>? Within(Fresh<Card>? card) => card is not null && rule.Covers(card.Value) ? card : null;

    private Fresh<Card[]> Covered(Fresh<Card[]> from, Resource<Derived<Card>> resource, Func<Card, bool>? also = null) => from.Select(source =>
        kept.Derive(resource.Of(cards.Account, rule.Name), [source], () => [.. source.Where(card => rule.Covers(card) && also?.Invoke(card) != false)]));
}
