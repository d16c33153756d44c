using System.Runtime.CompilerServices;
using Extend;
using Extend.Transactions;
using Vts.Queries;

namespace Vts.Transactions.History;

/// <summary>The whole history of cards, newest first, of which only what matches is given. It is read at Extend as far as it is asked for, and not kept.</summary>
/// <param name="client">The account at Extend.</param>
/// <param name="filter">What is wanted.</param>
/// <param name="share">Whose part of the account's places the reads use.</param>
/// <param name="areKnown">Whether the cards are known to be there.</param>
/// <param name="isBrief">Whether only the usual members are wanted.</param>
internal sealed class CardHistory(ExtendClient client, TransactionFilter filter, string share, bool areKnown, bool isBrief)
{
    /// <summary>How many cards may be asked for at once.</summary>
    public int SideBySide => client.Concurrency;

    /// <summary>One card's, after this place in it.</summary>
    /// <param name="cardId">The card.</param>
    /// <param name="after">The place; null for all of it.</param>
    /// <param name="expected">About how many will be taken.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public async IAsyncEnumerable<Transaction> ReadAsync(
        string cardId, HistoryPosition? after, int expected, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new HistoryQuery { Statuses = filter.Statuses, From = filter.From, Before = filter.Before, After = after, Expected = expected, IsOfKnownCard = areKnown, IsBrief = isBrief };
        await foreach (var row in client.ReadHistoryAsync(cardId, query, new Asking(share), cancellationToken))
        {
            var transaction = Transaction.From(cardId, row);
            if (filter.Matches(transaction))
            {
                yield return transaction;
            }
        }
    }
}
