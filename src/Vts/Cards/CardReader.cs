using Extend;
using Vts.Callers;
using Vts.Freshness;

namespace Vts.Cards;

/// <summary>Reads cards for a caller. Every way to a card leads through here.</summary>
public sealed class CardReader(ExtendAccounts accounts, KeptReads kept)
{
    /// <summary>All of the caller's cards, newest first, then by id.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly; no part of the list is given.</exception>
    public async Task<Fresh<Card[]>> ListAsync(Caller caller, Demand demand, CancellationToken cancellationToken) =>
        (await ReadAllAsync(caller, demand, cancellationToken)).Select(cards => cards.All);

    /// <summary>The caller's cards whose status is <c>ACTIVE</c>, newest first, then by id.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly; no part of the list is given.</exception>
    public async Task<Fresh<Card[]>> ListActiveAsync(Caller caller, Demand demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var client = accounts[caller.Account];
        var all = kept.Peek(CardResources.All.Of(client.Account));
        return (await kept.ReadAsync(CardResources.Active.Of(client.Account), demand, ReadAsync, all?.Select(cards => cards.Active), cancellationToken))!;

        async Task<Card[]?> ReadAsync() =>
            CardList.InOrder(await client.ListVirtualCardsAsync(Card.Active, caller.Name, CancellationToken.None));
    }

    /// <summary>One card; null if the id is malformed, unknown or not this caller's.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public async Task<Fresh<Card>?> FindAsync(Caller caller, string cardId, Demand demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!ExtendId.IsVirtualCard(cardId))
        {
            return null;
        }

        var client = accounts[caller.Account];
        var all = kept.Peek(CardResources.All.Of(client.Account));
        return all?.Value.IsOnePage == true && await FindListedAsync(caller, cardId, demand, cancellationToken) is { } listed
            ? listed
            : await kept.ReadAsync(
                CardResources.One.Of(client.Account, cardId), demand, ReadAsync, all?.Select(cards => cards.Find(cardId)), cancellationToken);

        async Task<Card?> ReadAsync() =>
            await client.FindVirtualCardAsync(cardId, caller.Name, CancellationToken.None) is { } card ? Card.From(card) : null;
    }

    /// <summary>All of the account's cards, before any rule of the caller's.</summary>
    internal async Task<Fresh<CardList>> ReadAllAsync(Caller caller, Demand demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var client = accounts[caller.Account];
        return (await kept.ReadAsync(CardResources.All.Of(client.Account), demand, ReadAsync, elsewhere: null, cancellationToken))!;

        async Task<CardList?> ReadAsync() => new(await client.ListVirtualCardsAsync(status: null, caller.Name, CancellationToken.None));
    }

    // For the one call of one card, all are fresh. A card that spoils the list must not hide the others.
    private async Task<Fresh<Card>?> FindListedAsync(Caller caller, string cardId, Demand demand, CancellationToken cancellationToken)
    {
        try
        {
            var all = await ReadAllAsync(caller, demand, cancellationToken);
            return all.Value.Find(cardId) is { } card ? all.Select(_ => card) : null;
        }
        catch (ExtendException failure) when (failure.Fault is ExtendFault.AnswerUnreadable or ExtendFault.AnswerInconsistent)
        {
            return null;
        }
    }
}
