using Extend.Accounts;
using Extend.Connections;
using Extend.Json;
using Extend.Transactions;
using Extend.VirtualCards;

namespace Extend;

/// <summary>
/// Reads one account's cards and transactions at Extend, over whichever door the account uses. It only ever reads.
/// What each method takes as <see cref="Asking"/> says whose share of the account's places the read uses, and learns when its calls were sent.
/// Every method throws <see cref="ExtendException"/> when Extend does not answer rightly, and never gives part of a list for the whole.
/// </summary>
public sealed class ExtendClient : IDisposable
{
    private readonly Connection _connection;
    private readonly CardWalk _cards;
    private readonly IRecentTransactions _transactions;
    private readonly CardHistory _history;
    private readonly TimeLimit _whole;

    internal ExtendClient(string account, AccountOptions options, Uri address, Door door, Connection connection, TimeLimit whole)
    {
        Account = account;
        Address = address;
        Door = door;
        ApiKeyExpires = options.ApiKeyExpires;
        _connection = connection;
        _cards = new CardWalk(connection);
        _whole = whole;
        if (door is Door.Older)
        {
            var pages = new CardPages(connection);
            (_transactions, _history) = (new CardRoute(pages), new CardHistory(new MomentWalk(pages)));
        }
        else
        {
            var pages = new ReportPages(connection);
            (_transactions, _history) = (new ReportRoute(pages), new CardHistory(new ReportWalk(pages)));
        }
    }

    /// <summary>The account's name in configuration.</summary>
    public string Account { get; }

    /// <summary>Where this account's requests go.</summary>
    public Uri Address { get; }

    /// <summary>The door this account comes through.</summary>
    public Door Door { get; }

    /// <summary>The day on which the account's API key ends, by configuration; null if none is given.</summary>
    public DateOnly? ApiKeyExpires { get; }

    /// <summary>How many requests of this account are under way at most; more wait.</summary>
    public int Concurrency => _connection.Concurrency;

    /// <summary>Every card that the filter takes in, each once, in no particular order.</summary>
    public async Task<IReadOnlyList<VirtualCard>> ListVirtualCardsAsync(CardFilter filter, Asking asking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var cards = await _whole.RunAsync(token => _cards.ReadAsync(filter, asking, token), cancellationToken);
        return [.. cards.Where(filter.Matches)];
    }

    /// <summary>One card; null if Extend has none of this id, or none that this account may see.</summary>
    public async Task<VirtualCard?> FindVirtualCardAsync(string id, Asking asking, CancellationToken cancellationToken)
    {
        EnsureVirtualCard(id);
        var answer = await _connection.FindAsync(new Read("getVirtualCard", $"virtualcards/{id}", asking), ExtendJson.Default.VirtualCardAnswer, cancellationToken);
        if (answer is null)
        {
            return null;
        }

        var card = answer.VirtualCard ?? throw new ExtendException(ExtendFault.AnswerUnreadable);
        return card.Id == id ? card : throw new ExtendException(ExtendFault.AnswerInconsistent);
    }

    /// <summary>
    /// At least the card's <paramref name="count"/> most recent transactions by authorization, of every status, in any order;
    /// null if Extend has no such card for this account.
    /// </summary>
    public async Task<IReadOnlyList<Transaction>?> FindRecentTransactionsAsync(string cardId, int count, Asking asking, CancellationToken cancellationToken)
    {
        EnsureVirtualCard(cardId);
        var transactions = await RecentAsync(cardId, count, isBrief: false, asking, cancellationToken);
        return transactions is { Count: > 0 } || Door is Door.Older
            ? transactions

            // The report is as empty for an unknown card as for an unused one.
            : await FindVirtualCardAsync(cardId, asking, cancellationToken) is null ? null : transactions;
    }

    /// <summary>
    /// As <see cref="FindRecentTransactionsAsync"/>, for a card that was there a moment ago and is not looked for where it has none; if asked
    /// to be brief, with the usual members alone, as in <see cref="HistoryQuery.IsBrief"/>.
    /// </summary>
    public Task<IReadOnlyList<Transaction>?> FindTransactionsOfKnownCardAsync(string cardId, int count, bool isBrief, Asking asking, CancellationToken cancellationToken) =>
        RecentAsync(cardId, count, isBrief, asking, cancellationToken);

    /// <summary>
    /// The card's transactions that the query takes in, newest authorization first. Extend is asked as the reader goes on,
    /// and no more once it stops. Nothing comes for a card that Extend does not know, as for one that was never used.
    /// </summary>
    public IAsyncEnumerable<Transaction> ReadHistoryAsync(string cardId, HistoryQuery query, Asking asking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _history.ReadAsync(cardId, query, asking, cancellationToken);
    }

    /// <summary>Runs the reads of one answer that is told only when it is whole, within <see cref="ExtendOptions.ListTimeout"/>.</summary>
    public Task<T> ReadWholeAsync<T>(Func<CancellationToken, Task<T>> reads, CancellationToken cancellationToken) => _whole.RunAsync(reads, cancellationToken);

    /// <summary>Asks Extend for next to nothing, to learn whether it answers this account.</summary>
    public Task ProbeAsync(Asking asking, CancellationToken cancellationToken) =>
        _connection.GetAsync(new Read("probe", "virtualcards?count=1&page=0", asking), ExtendJson.Default.VirtualCardPage, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private async Task<IReadOnlyList<Transaction>?> RecentAsync(string cardId, int count, bool isBrief, Asking asking, CancellationToken cancellationToken)
    {
        ThrowIfMalformed(cardId);
        var transactions = await _whole.RunAsync(token => _transactions.ReadAsync(cardId, count, isBrief, asking, token), cancellationToken);
        return transactions?.Any(row => row.VirtualCardId is { } other && other != cardId) == true
            ? throw new ExtendException(ExtendFault.AnswerInconsistent)
            : transactions;
    }

    /// <summary>Refuses an id of another form, which can only have come from Extend itself.</summary>
    internal static void ThrowIfMalformed(string cardId)
    {
        if (!ExtendId.IsVirtualCard(cardId))
        {
            throw new ExtendException(ExtendFault.AnswerInconsistent);
        }
    }

    private static void EnsureVirtualCard(string id)
    {
        if (!ExtendId.IsVirtualCard(id))
        {
            throw new ArgumentException("Not the form of a virtual card's identifier.", nameof(id));
        }
    }
}
