using Extend;
using Vts.Callers;
using Vts.Callers.Rules;
using Vts.Freshness;
using Vts.Queries;

namespace Vts.Cards;

/// <summary>Reads cards for a caller: within its scopes, its card rule and its field rule. Every way to a card leads through here.</summary>
public sealed class CardReader(ExtendAccounts accounts, KeptReads kept)
{
    /// <summary>All of the caller's cards that match, newest first, then by id.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly; no part of the list is given.</exception>
    /// <exception cref="ScopeMissingException">The caller may not read cards.</exception>
    internal Task<Fresh<Card[]>> ListAsync(Caller caller, CardsFilter filter, Demand demand, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Cards);
        return Of(caller, demand).ReadMatchingAsync(filter, cancellationToken).ShowingAsync(caller.Fields);
    }

    /// <summary>The caller's cards whose status is <c>ACTIVE</c> and that match, newest first, then by id.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    internal Task<Fresh<Card[]>> ListActiveAsync(Caller caller, CardsFilter filter, Demand demand, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Cards);
        return Of(caller, demand).ReadActiveAsync(cancellationToken).MatchingAsync(filter).ShowingAsync(caller.Fields);
    }

    /// <summary>One card; null if the id is malformed, unknown or not this caller's.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    public Task<Fresh<Card>?> FindAsync(Caller caller, string cardId, Demand demand, CancellationToken cancellationToken)
    {
        ScopeMissingException.ThrowIfMissing(caller, Scopes.Cards);
        return Of(caller, demand).FindAsync(cardId, cancellationToken).ShowingAsync(caller.Fields);
    }

    /// <summary>The cards within the caller's card rule, for whatever is read of them; the caller may need no scope for the cards themselves.</summary>
    internal CoveredCards Of(Caller caller, Demand demand)
    {
        var client = accounts[caller.Account];
        return new(caller.Cards, new AccountCards(client, kept, demand, caller.Name), kept, client.Concurrency);
    }
}
