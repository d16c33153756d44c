using Extend;
using Vts.Callers;

namespace Vts.Cards;

/// <summary>Reads cards for a caller. Every way to a card leads through here.</summary>
public sealed class CardReader(ExtendAccounts accounts)
{
    /// <summary>All of the caller's cards, newest first, then by id.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly; no part of the list is given.</exception>
    public Task<Card[]> ListAsync(Caller caller, CancellationToken cancellationToken) => ListAsync(caller, status: null, cancellationToken);

    /// <summary>The caller's cards whose status is <c>ACTIVE</c>, newest first, then by id.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly; no part of the list is given.</exception>
    public Task<Card[]> ListActiveAsync(Caller caller, CancellationToken cancellationToken) => ListAsync(caller, Card.Active, cancellationToken);

    /// <summary>One card; null if the id is malformed, unknown or not this caller's.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public async Task<Card?> FindAsync(Caller caller, string cardId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return ExtendId.IsVirtualCard(cardId) && await accounts[caller.Account].FindVirtualCardAsync(cardId, caller.Name, cancellationToken) is { } card
            ? Card.From(card)
            : null;
    }

    private async Task<Card[]> ListAsync(Caller caller, string? status, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var cards = await accounts[caller.Account].ListVirtualCardsAsync(status, caller.Name, cancellationToken);
        return [.. cards.OrderByDescending(card => card.CreatedAt).ThenBy(card => card.Id, StringComparer.Ordinal).Select(Card.From)];
    }
}
