using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Extend;
using Vts.Errors;

namespace Vts.Transactions;

/// <summary>Which of the cards of one read were answered for, and what is to become of the read if one is not.</summary>
/// <param name="isLenient">Whether an answer without the cards that failed will do (RFC 7240, <c>handling=lenient</c>).</param>
/// <param name="mayName">Whether the caller may see the ids of cards.</param>
internal sealed class Coverage(bool isLenient, bool mayName = true)
{
    // A header has limits of its own, and a gateway's are the lowest: 10 KB for all of them.
    private const int MostNamed = 100;

    private readonly ConcurrentDictionary<string, ExtendException> _failed = new(StringComparer.Ordinal);
    private int _asked;

    /// <summary>Whether an answer without the cards that failed will do.</summary>
    public bool IsLenient => isLenient;

    /// <summary>Of how many cards the read is.</summary>
    public int Asked => _asked;

    /// <summary>The cards that failed, by id, and the code of the problem that each is. No id where the caller may not see it, or where it is none.</summary>
    public IReadOnlyList<(string? CardId, string Code)> Failed =>
        [.. _failed.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (NameOf(entry.Key), ExtendProblems.Of(entry.Value).Code))];

    /// <summary>Whether a card has failed.</summary>
    public bool HasFailed => !_failed.IsEmpty;

    /// <summary>As many more cards belong to the read.</summary>
    public void Ask(int cards) => Interlocked.Add(ref _asked, cards);

    /// <summary>Notes that a card failed.</summary>
    /// <returns>Whether the read goes on without it.</returns>
    public bool Fail(string cardId, ExtendException failure)
    {
        _failed[cardId] = failure;
        return isLenient;
    }

    /// <summary>Ends a read that is not lenient where a card has failed; and any where all have, as there is nothing to answer with.</summary>
    /// <exception cref="CardsUnansweredException">It names the cards.</exception>
    public void ThrowIfNotEnough()
    {
        if (HasFailed && (!isLenient || _failed.Count == _asked))
        {
            throw new CardsUnansweredException(_failed, NameOf);
        }
    }

    /// <summary>The header field, a dictionary of RFC 9651: <c>asked=64, answered=63, failed=("vc_…";code=extend_timeout)</c>.</summary>
    public override string ToString()
    {
        var failed = Failed;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"asked={_asked}, answered={_asked - failed.Count}");
        var named = failed.Where(entry => entry.CardId is not null).Take(MostNamed).ToList();
        if (named.Count > 0)
        {
            text.Append(", failed=(").AppendJoin(' ', named.Select(entry => $"\"{entry.CardId}\";code={entry.Code}")).Append(')');
        }

        return failed.Count > named.Count
            ? text.Append(CultureInfo.InvariantCulture, $", unnamed={failed.Count - named.Count}").ToString()
            : text.ToString();
    }

    private string? NameOf(string cardId) => mayName && ExtendId.IsVirtualCard(cardId) ? cardId : null;
}
