using Vts.Forms;
using Vts.Freshness;

namespace Vts.Transactions;

/// <summary>The transactions that are kept.</summary>
internal static class TransactionResources
{
    // An object with its place in lists, and what stands in the written answers whatever the transaction.
    private const long BytesOfOne = 1_000;

    // A character is two bytes in memory, and of those that are usually written one or more in an answer.
    private const long BytesOfCharacter = 3;

    /// <summary>The most recent of one card.</summary>
    public static Resource<Transaction[]> OfCard { get; } = new("card_transactions", options => options.Transactions, Bytes);

    /// <summary>Those of all cards within a rule in one list.</summary>
    public static Resource<Derived<Transaction>> OfCards { get; } = new("transactions", options => options.Transactions, whole => Bytes(whole.List));

    private static long Bytes(Transaction[] transactions) => BytesOfOne + transactions.Sum(Bytes);

    private static long Bytes(Transaction transaction) =>
        BytesOfOne + Texts(transaction) + (transaction.AsTold is { } told ? BytesOfOne + Texts(told, transaction) : 0);

    private static long Texts(Transaction transaction, Transaction? sharing = null) =>
        BytesOfCharacter * TextSize.Of(TransactionMembers.All, transaction, sharing);
}
