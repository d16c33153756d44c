using System.Runtime.InteropServices;

namespace Extend.Transactions;

/// <summary>A place in a card's history; the lesser of two comes first.</summary>
/// <param name="AuthedAt">When the transaction there was authorized; null where Extend does not say.</param>
/// <param name="Id">The transaction's identifier.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HistoryPosition(DateTimeOffset? AuthedAt, string Id) : IComparable<HistoryPosition>
{
    /// <summary>The place of a transaction.</summary>
    public static HistoryPosition Of(Transaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return new(transaction.AuthedAt, transaction.Id);
    }

    /// <summary>Less than 0 if this place comes before the other, that is, if it is newer; more than 0 if it comes after it.</summary>
    public int CompareTo(HistoryPosition other) =>
        Nullable.Compare(other.AuthedAt, AuthedAt) is not 0 and var newer ? newer : string.CompareOrdinal(other.Id, Id);

    /// <summary>Whether the first place comes before the second.</summary>
    public static bool operator <(HistoryPosition left, HistoryPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first place comes after the second.</summary>
    public static bool operator >(HistoryPosition left, HistoryPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first place does not come after the second.</summary>
    public static bool operator <=(HistoryPosition left, HistoryPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first place does not come before the second.</summary>
    public static bool operator >=(HistoryPosition left, HistoryPosition right) => left.CompareTo(right) >= 0;
}
